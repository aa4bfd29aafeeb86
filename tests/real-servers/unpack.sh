#!/usr/bin/env bash
# Unpacks each mail server of Debian, with all that it needs, into a root of its own: `unpack.sh FOLDER`.
# They conflict as packages, and nothing of this machine is to change: nothing is installed, and no script of theirs runs.
# Exits 3, in words, where they cannot be had: no apt, not root, no archive.
set -euo pipefail
folder=$1

sorry() {
  echo "The real mail servers are left out: $1"
  exit 3
}

command -v apt-get dpkg-deb chroot mknod >/dev/null || sorry 'this is no Debian.'
[ "$(id -u)" -eq 0 ] || sorry 'only root can run them.'

servers='postfix exim opensmtpd dovecot spamassassin'
postfix='postfix opendkim'
exim='exim4-daemon-light'
# Its filters are started by a shell
opensmtpd='opensmtpd opensmtpd-filter-dkimsign dash'
dovecot='dovecot-imapd dovecot-lmtpd'
spamassassin='spamassassin libmail-dkim-perl'
# What only the scripts of packages need
unneeded='adduser|base-files|cron|cron-daemon-common|debconf|dpkg|init-system-helpers|lsb-base|passwd|sensible-utils|sysvinit-utils|tar|tzdata|ucf'

mkdir -p "$folder/debs" "$folder/empty/partial" "$folder/unpacked"
# apt reads as nobody in particular
chmod 755 "$folder" "$folder/debs"

# Names of the files that packages come in, with those that they need. As if nothing were installed: no root may lean on this machine
files() {
  apt-get -qq -o Debug::NoLocking=1 -o Dir::State::status=/dev/null -o Dir::Cache::archives="$folder/empty" install --no-install-recommends --print-uris "$@" 2>/dev/null |
    awk -F"[' ]" '/^\047/ { print $4 }' | grep -vE "^($unneeded)_"
}

listFiles() {
  for server in $servers; do
    # shellcheck disable=SC2086 # a word each
    files ${!server} >"$folder/$server.files" || return 1
  done
}

# In one go: `name_version_arch.deb` is `name:arch=version` to apt, whose names have %3a for a colon
fetch() {
  sort -u "$folder"/*.files | sed -E 's/%3a/:/; s/^([^_]+)_([^_]+)_(.+)\.deb$/\1=\2/' >"$folder/wanted"
  (cd "$folder/debs" && xargs apt-get -qq download <"$folder/wanted" >/dev/null 2>&1)
}

# The lists of a machine may be missing, or old
{ listFiles && fetch; } || { apt-get -qq -o Acquire::http::Timeout=15 update >/dev/null 2>&1 && listFiles && fetch; } || sorry 'their packages cannot be fetched.'

unpack() {
  mkdir -p "$folder/unpacked/$1"
  dpkg-deb --fsys-tarfile "$folder/debs/$1" |
    tar -xf - -C "$folder/unpacked/$1" --exclude='./usr/share/doc*' --exclude='./usr/share/man' --exclude='./usr/share/locale' --exclude='./usr/share/i18n'
}
export -f unpack
export folder
sort -u "$folder"/*.files | xargs -P 2 -I{} bash -c 'unpack {}'

# Whom the servers run as. Numbers that nobody of this machine need have: a root knows only its own
users='root:0 daemon:1 mail:8 nobody:65534 postfix:60001 postdrop:60002 opendkim:60003 Debian-exim:60004 opensmtpd:60005 opensmtpq:60006 dovecot:60007 dovenull:60008 vmail:60009'

furnish() {
  local root=$1
  mkdir -p "$root"/{dev,tmp,run,etc,bin,home} "$root"/var/{log,empty,mail}
  chmod 1777 "$root/tmp"
  mknod -m 666 "$root/dev/null" c 1 3
  mknod -m 666 "$root/dev/zero" c 1 5
  mknod -m 666 "$root/dev/random" c 1 8
  mknod -m 666 "$root/dev/urandom" c 1 9
  ln -sf dash "$root/bin/sh"
  for user in $users; do
    echo "${user%:*}:x:${user#*:}:${user#*:}::/home:/bin/false" >>"$root/etc/passwd"
    echo "${user%:*}:x:${user#*:}:" >>"$root/etc/group"
  done
  echo '127.0.0.1 localhost relay.example.net' >"$root/etc/hosts"
  # Nobody of the network is asked for anything
  echo 'nameserver 127.0.0.1' >"$root/etc/resolv.conf"
  echo 'hosts: files' >"$root/etc/nsswitch.conf"
}

for server in $servers; do
  mkdir -p "$folder/$server"
  # A root has names of its own for the same files
  while read -r deb; do cp -al "$folder/unpacked/$deb/." "$folder/$server/"; done <"$folder/$server.files"
  furnish "$folder/$server" || sorry 'a root cannot be furnished here.'
done
# What its package's script would do: it talks to the server by this group alone
chgrp 60006 "$folder/opensmtpd/usr/sbin/smtpctl"
chmod 2755 "$folder/opensmtpd/usr/sbin/smtpctl"
chroot "$folder/dovecot" /usr/sbin/dovecot --version >/dev/null || sorry 'nothing can be started in a root of its own.'
