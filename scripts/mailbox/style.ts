/** Paper and ink, as the mails and the pages are. */
export const style = `
:root{color-scheme:light dark;--paper:#fbf7f0;--sheet:#fff;--ink:#20302c;--soft:#55635e;--line:#ded6c8;--green:#14604e;--on-green:#fff;--wash:#f2ece1}
@media(prefers-color-scheme:dark){:root{--paper:#15201d;--sheet:#1d2b27;--ink:#ece7dc;--soft:#a9b5af;--line:#3a4a44;--green:#8fd4bb;--on-green:#10241e;--wash:#22322d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font:600 clamp(1.6rem,1.3rem + 1.6vw,2.2rem)/1.2 "Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;margin:.5rem 0;text-wrap:balance}
a{color:var(--green);text-underline-offset:.18em}
:focus-visible{outline:3px solid #f2b705;outline-offset:2px;border-radius:4px}
.soft{color:var(--soft);margin:0 0 1rem}
form{margin:1.5rem 0}
label{display:block;font-weight:600;margin-bottom:.25rem}
.row{display:flex;gap:.5rem;flex-wrap:wrap}
input{flex:1 1 12rem;min-width:0;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--soft);border-radius:.5rem;padding:.5rem .75rem;min-height:2.75rem}
button{font:inherit;font-weight:600;color:var(--on-green);background:var(--green);border:0;border-radius:.5rem;padding:.5rem 1.25rem;min-height:2.75rem;cursor:pointer}
.letters{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:.75rem;background:var(--sheet);overflow:hidden}
.letters li+li{border-top:1px solid var(--line)}
.letters a{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.7rem 1rem;color:inherit;text-decoration:none}
.letters a:hover{background:var(--wash)}
.letters a:focus-visible{outline-offset:-3px}
.to{font-weight:600}
time{color:var(--soft);font-size:.9375rem}
.subject{grid-column:1/-1;color:var(--soft)}
.back{display:inline-flex;align-items:center;min-height:2.75rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1rem 0}
dt{color:var(--soft)}
dd{margin:0}
iframe{display:block;width:100%;height:70rem;border:1px solid var(--line);border-radius:.75rem;background:var(--paper)}
details{margin:1rem 0}
summary{cursor:pointer;min-height:2.75rem;display:flex;align-items:center;color:var(--green)}
summary::before{content:"▸ ";white-space:pre}
[open]>summary::before{content:"▾ "}
pre{white-space:pre-wrap;background:var(--sheet);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:0;font-size:.9375rem}
.headers{font-size:.9375rem}
@media(max-width:26rem){.headers{grid-template-columns:1fr}.headers dd{margin-bottom:.5rem}}
`
