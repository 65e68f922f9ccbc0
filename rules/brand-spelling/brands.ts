/** A brand, and casings of it that are wrong everywhere; those in lower case are no command, package or word of their own. */
const spellings = `
ActionScript: Actionscript | ActiveMQ: ActiveMq Activemq | AngularJS: Angularjs AngularJs angularJS
AppArmor: Apparmor | AppleScript: Applescript | AppVeyor: Appveyor | AsciiDoc: Asciidoc ASCIIDoc | Asciidoctor: AsciiDoctor
AutoCAD: AutoCad Autocad | AutoHotkey: AutoHotKey Autohotkey | Backbone.js: BackboneJS Backbonejs BackboneJs
Basecamp: BaseCamp | BibTeX: Bibtex BibTex | BigQuery: Bigquery | Bitbucket: BitBucket | BitTorrent: Bittorrent bitTorrent
Bluetooth: BlueTooth | BrowserStack: Browserstack | BusyBox: Busybox | CentOS: CentOs Centos
ChatGPT: ChatGpt Chatgpt chatGPT | CircleCI: CircleCi Circleci | CircuitPython: Circuitpython | ClickHouse: Clickhouse
ClojureScript: Clojurescript | Cloudflare: CloudFlare | CloudFormation: Cloudformation | CloudFront: Cloudfront
CloudWatch: Cloudwatch | CockroachDB: CockroachDb Cockroachdb | CocoaPods: Cocoapods
CodeChef: Codechef | Codeforces: CodeForces | CodePen: Codepen | CodeSandbox: Codesandbox CodeSandBox | Codecademy: CodeCademy
CoffeeScript: Coffeescript coffeescript | CommonMark: Commonmark | Couchbase: CouchBase | CouchDB: CouchDb Couchdb
D3.js: D3js D3JS D3Js | DataCamp: Datacamp | DeepMind: Deepmind | DevOps: Devops DevOPS | DevSecOps: DevSecops Devsecops
DigitalOcean: Digitalocean | DirectX: Directx directX | DokuWiki: Dokuwiki | Dropbox: DropBox
DuckDB: DuckDb Duckdb | DuckDuckGo: Duckduckgo DuckDuckgo | DynamoDB: DynamoDb Dynamodb
edX: EdX Edx | Elasticsearch: ElasticSearch | Ember.js: EmberJS Emberjs EmberJs | ESLint: ESlint EsLint Eslint
Evernote: EverNote | Facebook: FaceBook | FaceTime: Facetime | FastAPI: FastApi Fastapi | FFmpeg: FFMpeg Ffmpeg
Firefox: FireFox | Foursquare: FourSquare | FreeBSD: FreeBsd Freebsd | freeCodeCamp: FreeCodeCamp Freecodecamp FreeCodecamp
GameMaker: Gamemaker | GitHub: Github GitHUB gitHub GITHub github | GitLab: Gitlab GitLAB gitLab gitlab | GitOps: Gitops
GnuPG: GnuPg Gnupg | Goodreads: GoodReads | GraphQL: GraphQl Graphql graphQL | gRPC: GRPC Grpc gRpc
GStreamer: Gstreamer | HackerOne: Hackerone | HackerRank: Hackerrank | HashiCorp: Hashicorp | HoloLens: Hololens
HubSpot: Hubspot | iCloud: ICloud Icloud | ImageMagick: Imagemagick | iMessage: IMessage | InfluxDB: InfluxDb Influxdb
IntelliJ: Intellij intelliJ | iOS: iOs | iPad: IPad Ipad ipad | iPhone: IPhone Iphone iphone | IPython: Ipython iPython
iTunes: ITunes Itunes itunes | JavaFX: JavaFx Javafx | JavaScript: Javascript javascript javaScript JavaSCript
JetBrains: Jetbrains jetBrains | jQuery: JQuery Jquery JQUERY jquery | JSFiddle: JsFiddle JSfiddle Jsfiddle
JUnit: Junit | JupyterLab: Jupyterlab | KaTeX: Katex KaTex | KeePass: Keepass | LangChain: Langchain
LaTeX: LaTex LateX | LastPass: Lastpass | LeetCode: Leetcode leetCode | LevelDB: LevelDb Leveldb | libGDX: LibGDX Libgdx LibGdx
LibreOffice: Libreoffice | LinkedIn: Linkedin LinkedIN linkedIn linkedin | LoRaWAN: LoraWAN LoRaWan LoraWan Lorawan
macOS: MacOS MacOs macOs Macos | MapReduce: Mapreduce | MariaDB: MariaDb Mariadb | MathJax: Mathjax MathJAX
MATLAB: MatLab MATLab | MediaWiki: Mediawiki | MicroPython: Micropython | Minecraft: MineCraft | MobX: Mobx
MongoDB: MongoDb Mongodb mongoDB mongoDb | MySQL: MySql Mysql mySQL mySql | Neovim: NeoVim NeoVIM
NestJS: Nestjs NestJs nestJS | NetBSD: NetBsd Netbsd | Next.js: NextJS NextJs Nextjs Next.JS Next.Js | NixOS: NixOs Nixos
Node.js: NodeJS NodeJs Nodejs nodeJS nodeJs Node.JS Node.Js | NuGet: Nuget | NumPy: Numpy NumPY | NUnit: Nunit
OAuth: Oauth OAUTH oAuth | OAuth2: Oauth2 OAUTH2 oAuth2 | OCaml: Ocaml OCAML OCaML | OneDrive: Onedrive | OneNote: Onenote | OpenAI: OpenAi Openai
OpenAPI: OpenApi | OpenBSD: OpenBsd Openbsd | OpenCart: Opencart | OpenCV: OpenCv Opencv openCV | OpenFaaS: OpenFaas Openfaas
OpenGL: OpenGl Opengl openGL | OpenID: OpenId | OpenOffice: Openoffice | OpenPGP: OpenPgp | OpenShift: Openshift
OpenSSH: OpenSsh Openssh | OpenSSL: OpenSsl Openssl | OpenStack: Openstack | OpenStreetMap: OpenStreetmap Openstreetmap
openSUSE: OpenSUSE OpenSuse Opensuse | OpenTelemetry: Opentelemetry | OpenVPN: OpenVpn Openvpn | OpenWrt: OpenWRT Openwrt
PagerDuty: Pagerduty | PayPal: Paypal payPal | Photoshop: PhotoShop | phpMyAdmin: PHPMyAdmin PhpMyAdmin Phpmyadmin
PhpStorm: PHPStorm PHPstorm Phpstorm | PHPUnit: PhpUnit Phpunit PHPunit | Pluralsight: PluralSight | PostCSS: PostCss Postcss
PostgreSQL: Postgresql PostgreSql PostGreSQL postgreSQL PostGRESQL | PowerPoint: Powerpoint | PowerShell: Powershell powerShell
PrestaShop: Prestashop | PulseAudio: Pulseaudio | PureScript: Purescript | PyCharm: Pycharm | PyPI: PyPi Pypi PYPI
PyTorch: Pytorch pyTorch | RabbitMQ: RabbitMq Rabbitmq | reStructuredText: ReStructuredText RestructuredText Restructuredtext
RethinkDB: RethinkDb Rethinkdb | RocksDB: RocksDb Rocksdb | RSpec: Rspec | RubyGems: Rubygems RubyGEMS | RubyMine: Rubymine
RxJava: Rxjava | RxJS: RxJs Rxjs RXJS | RxSwift: Rxswift | Salesforce: SalesForce | SaltStack: Saltstack | SciPy: Scipy SciPY
SELinux: SeLinux Selinux | SendGrid: Sendgrid | SharePoint: Sharepoint | SketchUp: Sketchup | SlideShare: Slideshare
Snapchat: SnapChat | SoundCloud: Soundcloud | SourceForge: Sourceforge | SQLite: Sqlite SqLite SQlite SQLITE
StatsD: Statsd | SvelteKit: Sveltekit | SwiftUI: SwiftUi Swiftui | systemd: SystemD systemD | TensorFlow: Tensorflow tensorFlow TensorFLow
Three.js: ThreeJS Threejs ThreeJs | Thunderbird: ThunderBird | TikTok: Tiktok | TSLint: TSlint Tslint | tvOS: TvOS
TypeORM: TypeOrm Typeorm | TypeScript: Typescript typescript typeScript TypeSCript | UIKit: UIkit UiKit UIKIt
VirtualBox: Virtualbox | VMware: VMWare VmWare | Vue.js: VueJS VueJs Vuejs Vue.JS Vue.Js vueJS | watchOS: WatchOS
WebAssembly: Webassembly | WebGL: WebGl Webgl webGL | WebGPU: WebGpu Webgpu | WebRTC: WebRtc Webrtc webRTC
WebStorm: Webstorm | WhatsApp: Whatsapp WhatsAPP | Wikipedia: WikiPedia | WireGuard: Wireguard | WooCommerce: Woocommerce
WordPress: Wordpress wordPress wordpress | Xcode: XCode xCode | YouTube: Youtube youTube YOUTube youtube
`;

/** The right spelling of brands by their wrong ones, case and all. */
export const brands: ReadonlyMap<string, string> = new Map(
  spellings
    .trim()
    .split(/\s*[|\n]\s*/)
    .flatMap((line) => {
      const [brand = '', wrong = ''] = line.split(': ');
      return wrong.split(' ').map((one): [string, string] => [one, brand]);
    }),
);
