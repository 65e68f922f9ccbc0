import { foldName } from '../../src/text/fold-name.js';

/** Programs and formats whose names are written in lower case even where a sentence begins. */
export const lowerCaseNames: ReadonlySet<string> = new Set(
  `ansible-lint apk apt ash asyncio autoconf awk bash bat bower brew bspwm bun busybox cargo cat cdecl chezmoi clang
   cmake cmd cmus cobra composer conda cron crontab csh css ctags curl dash dd deno df dig direnv dmenu dmesg dnf dns
   dnsmasq docker docker-compose dotenv du dunst dwm emacs esbuild eslint etcd exa eza fd ffmpeg fish flake fzf gawk gcc
   gdb gem ggplot git git-flow github gnuplot gofmt golang gpg grep gulp gunicorn gzip haproxy helm htop http httpd httpie
   https iptables jekyll jq json jsonnet keras ksh kubectl lazygit less libcurl libevent libuv linux llvm lodash lua lsof
   make man matplotlib mdbook memcached micropython mksh mongod moment mount mpd mpv musl mutt mypy nano neovim netcat
   nftables nginx ninja nmap nnn node nodemon npm npx numpy nushell nvim nvm openssl pacman pandas perl pf php pip
   pipenv pipx pnpm poetry postcss prettier procfs protobuf psql pty py pyenv pylint pytest python rails rake ranger rbenv
   rclone rebar redis regex requests ripgrep rkt rofi rollup rpm rsync ruby rust rustc rustup scikit-learn scipy screen
   scp sed sh skim sql sqlite ssh sshd starship strace stderr stdin stdout sudo svelte svn sway swift sxhkd systemd
   tar tcpdump tcsh telnet tig tmux top tor touch tshark tty twitter ufw uv valgrind vi vim virtualenv vite vitest vue
   watchman webpack wget wireguard xargs xclip xml xterm yaml yarn youtube-dl yum zig zlib zoxide zsh`.split(/\s+/),
);

/** True for the name of the entry, of its host, repository or owner. */
export function isName(word: string, name: string, url: string | null): boolean {
  const folded = foldName(word);
  const last =
    (url ?? '')
      .replace(/[?#].*$/s, '')
      .replace(/\/+$/, '')
      .split('/')
      .pop() ?? '';
  return folded === foldName(name) || folded === foldName(last) || folded === foldName(name.split('/').pop() ?? '');
}
