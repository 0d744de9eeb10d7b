# What the scripts beside it share: a folder that goes away, PostgreSQL clusters of their own, the published portal.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
chmod 755 "$work"
clusters=() portals=()

clean_up() {
  local one
  for one in ${portals[@]+"${portals[@]}"}; do kill "$one" 2>/dev/null && wait "$one" 2>/dev/null || true; done
  for one in ${clusters[@]+"${clusters[@]}"}; do as_postgres "$postgres/pg_ctl" -D "$one" -m immediate stop >/dev/null 2>&1 || true; done
  rm -rf "$work"
}
trap clean_up EXIT

stop() {
  echo "Stopped: $1" >&2
  exit 1
}

# Each check says what it looked at; the first that does not hold ends the script.
check() {
  local what="$1"
  shift
  if "$@"; then echo "ok       $what"; else stop "$what"; fi
}

need() {
  command -v "$1" >/dev/null || stop "$1 is missing: apt-get install $2"
}

need curl curl
need dotnet dotnet-sdk-10.0
postgres=${PLUS_POSTGRES_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)}
[ -x "$postgres/initdb" ] || stop "PostgreSQL 15 or later is missing: apt-get install postgresql, or name its programs in PLUS_POSTGRES_BIN"

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# A fresh cluster; its port is then in $port. With durable=on it waits for the disk, as a real one does.
start_cluster() {
  local folder="$work/cluster-$1"
  port=$(free_port)
  mkdir "$folder"
  [ "$(id -u)" != 0 ] || chown postgres "$folder"
  as_postgres "$postgres/initdb" -D "$folder" -U plus --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres "$postgres/pg_ctl" -D "$folder" -w -l "$folder/log" -o "-p $port -k /tmp -c listen_addresses=127.0.0.1 -c fsync=${durable:-off}" start >/dev/null
  clusters+=("$folder")
}

# PLUS_PUBLISHED names a folder that holds the portal already: for a second run of a script.
publish() {
  if [ -n "${PLUS_PUBLISHED:-}" ]; then ln -s "$PLUS_PUBLISHED" "$work/portal"; return; fi
  echo "Publishing the portal…"
  dotnet publish src/PlusPortal.Web -c Release -v quiet -o "$work/portal" || stop "the portal does not build"
}

# What Production asks for besides a database, behind a proxy on this machine, in the array settings; $base is the public address.
production_settings() {
  need openssl openssl
  base=${base:-https://127.0.0.1}
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=keys -keyout "$work/keys.key" -out "$work/keys.crt" 2>/dev/null
  cat "$work/keys.key" "$work/keys.crt" >"$work/keys.pem"
  mkdir -p "$work/erasures"
  settings=(Erasures__Folder="$work/erasures" Proxy__Addresses=127.0.0.1 Keys__Certificate="$work/keys.pem" Portal__BaseAddress="$base" Portal__Phone="03 00 00 00 00")
}

# Limits that a run of a script does not reach.
lift_limits() {
  local limit
  for limit in SignIn SignInClient SignInAccount SignInOwner SecondFactor SecondFactorAccount Passkey LinkAnswer UnknownLink PasswordReset PasswordResetAddress LostLink OrientationPreview NewDraft Submission ResumeLink SheetReport Suggestions; do
    settings+=("RateLimits__${limit}__Requests=1000000" "RateLimits__${limit}__WindowSeconds=60")
  done
  for limit in MailsToAddress AddressChangesOfAccount SubmissionsOfAddress SubmissionsOfClient SubmissionsOfDomain ReportsOfSheet CodesOfReferral; do settings+=("DailyCaps__$limit=1000000"); done
}

# start_portal NAME ENVIRONMENT CONNECTION: its address is then in $address, its process in $portal, its log in $work/NAME.log.
# The array settings holds what else it is told, NAME=VALUE; portal_port a port to listen on again.
start_portal() {
  address="http://127.0.0.1:${portal_port:-$(free_port)}"
  (cd "$work/portal" && exec env ASPNETCORE_ENVIRONMENT="$2" ASPNETCORE_URLS="$address" ConnectionStrings__Portal="$3" Portal__BaseAddress="${base:-$address}" Outbox__Enabled=false \
    ${settings[@]+"${settings[@]}"} dotnet PlusPortal.Web.dll) >>"${log_to:-$work/$1.log}" 2>&1 &
  portal=$!
  portals+=("$portal")
  local waited
  for waited in $(seq 480); do
    ask -f -o /dev/null "$address/health/ready" && return
    kill -0 "$portal" 2>/dev/null || { tail -n 20 "$work/$1.log" >&2; stop "the portal ended instead of starting"; }
    sleep 0.25
  done
  stop "the portal did not start within $((waited / 4)) s"
}

stop_portal() {
  kill "$portal"
  wait "$portal" 2>/dev/null || true
}

sql() {
  "$postgres/psql" -h 127.0.0.1 -p "$1" -U plus -d "$2" -X -q -A -t -c "$3"
}

# curl as the proxy of this machine would ask, for the public host and over TLS; where a real one stands before, $trust says how to trust it.
ask() {
  local public=${base:-$address}
  if [ -n "${trust+set}" ]; then curl -s "${trust[@]}" "$@"; else curl -s -H "Host: ${public#*://}" -H "X-Forwarded-Proto: ${base:+https}" "$@"; fi
}

form_token() {
  sed -nE 's/.*name="__RequestVerificationToken" type="hidden" value="([^"]+)".*/\1/p' "$1" | head -n 1
}

# sign_in ADDRESS EMAIL PASSWORD COOKIES: prints the status; 302 is a sign-in, anything else a refusal. Who must have a second
# factor sets up an application for codes the first time, and gives its code the next ones.
sign_in() {
  local status key=$work/application-$2
  ask -b "$4" -c "$4" -o "$work/sign-in" "$1/compte/connexion"
  status=$(post "$1/compte/connexion" "$4" --data-urlencode "Email=$2" --data-urlencode "Password=$3")
  if [ "$status" = 302 ] && grep -qi '^location: .*/connexion/second-facteur' "$work/headers-of-post"; then
    ask -b "$4" -c "$4" -o "$work/sign-in" "$1/compte/connexion/second-facteur"
    status=$(post "$1/compte/connexion/second-facteur" "$4" --data-urlencode "Form.Code=$(next_code "$key")")
  elif [ "$status" = 302 ] && grep -qi '^location: .*/admin' "$work/headers-of-post"; then
    ask -b "$4" -c "$4" -o "$work/sign-in" "$1/compte/second-facteur/application"
    sed -nE 's/.*class="secret-text">([A-Z2-7 ]+)<.*/\1/p' "$work/sign-in" | tr -d ' \n' >"$key"
    [ "$(post "$1/compte/second-facteur/application" "$4" --data-urlencode "Form.Code=$(next_code "$key")" \
      --data-urlencode "Form.Key=$(sed -nE 's/.*name="Form.Key" value="([^"]+)".*/\1/p' "$work/sign-in")")" = 200 ] || status="$status without a second factor"
  fi
  echo "$status"
}

# post ADDRESS COOKIES FIELD…: sends the form that $work/sign-in holds; prints the status.
post() {
  local to=$1 cookies=$2
  shift 2
  ask -b "$cookies" -c "$cookies" -o "$work/signed-in" -D "$work/headers-of-post" -w '%{http_code}' -H "Origin: ${base:-${to%%/compte/*}}" --data-urlencode "__RequestVerificationToken=$(form_token "$work/sign-in")" "$@" "$to"
}

# next_code FILE: the code of the key in that file (RFC 6238), of thirty seconds that were not used yet: each is taken once.
next_code() {
  local step key hash offset used
  used=$(cat "$1.used" 2>/dev/null || echo 0)
  step=$(($(date +%s) / 30))
  [ "$step" -gt "$used" ] || step=$((used + 1))
  while [ "$step" -gt $(($(date +%s) / 30 + 1)) ]; do sleep 1; done
  echo "$step" >"$1.used"
  key=$(base32 -d <"$1" | od -An -v -tx1 | tr -d ' \n')
  hash=$(printf '%016x' "$step" | sed 's/../\\x&/g' | xargs -0 printf | openssl dgst -sha1 -mac HMAC -macopt "hexkey:$key" | sed 's/.* //')
  offset=$((16#${hash:39:1} * 2))
  printf '%06d' $(((16#${hash:offset:8} & 16#7fffffff) % 1000000))
}

sample_password() { sed -nE 's/.*const string Password = "([^"]+)".*/\1/p' src/PlusPortal.Web/Samples/SampleAccounts.cs; }
sample_addresses() { sed -nE 's/.*const string [A-Za-z]+Email = "([^"]+)".*/\1/p' src/PlusPortal.Web/Samples/SampleAccounts.cs; }

# blocks FILE: the fenced blocks of a document whose first line is « ```sh NAME », one file each under $work/blocks, their names in $work/blocks/names.
blocks() {
  mkdir -p "$work/blocks"
  awk -v folder="$work/blocks" '/^```sh [a-z-]+$/ { name = $2; print name >(folder "/names"); next } /^```/ { name = ""; next } name { print >(folder "/" name) }' "$1"
  [ -s "$work/blocks/names" ] || stop "$1 has no block of commands"
}

# block NAME: runs it word for word, as somebody who pastes it into a new shell would.
block() {
  [ -f "$work/blocks/$1" ] || stop "the document has no block « $1 » any more"
  echo "$1" >>"$work/blocks/done"
  bash -eu -o pipefail "$work/blocks/$1" >"$work/blocks/$1.said" 2>&1 || { tail -n 30 "$work/blocks/$1.said" >&2; stop "the commands of « $1 » fail"; }
}

every_block_was_run() { diff <(sort -u "$work/blocks/names") <(sort -u "$work/blocks/done"); }
