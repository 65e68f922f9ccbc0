/** Names of programs, languages, services and formats. Lowercase they may be a command, so that only a strict list minds. */
const words = `
Android Ansible AWS Bitbucket Bitcoin Canva CentOS ChatGPT CircleCI CLion Clojure Cloudflare CodeIgniter CouchDB Debian
DigitalOcean DirectX Django Docker Dropbox DynamoDB Elasticsearch Emacs Ethereum Evernote FastAPI Fastify FFmpeg Figma
Firestore FreeBSD GCP GIMP GitHub GitLab GoLand GraphQL Haskell Heroku iCloud ImageMagick InfluxDB Inkscape IntelliJ iOS
iPadOS JavaScript Jenkins Jupyter Keras Kotlin Kubernetes LangChain Laravel Linode Linux macOS MariaDB Matplotlib MetaMask
MongoDB MySQL NativeScript Neo4j Neovim NetBeans NetBSD Netlify Node.js NumPy OneDrive OneNote OpenAI OpenBSD OpenGL
OpenZeppelin PhoneGap Photoshop PHP PhpStorm PostgreSQL PWA PyCharm PyTorch Redis RubyMine SciPy SharePoint Solr SourceTree
SQLite Supabase SvelteKit SVN Symfony TensorFlow Terraform Trello tvOS TypeScript Ubuntu Vercel Vue.js Vulkan Vultr watchOS
WebAssembly WebDriver WebGL WebGPU WebRTC WebSocket WebStorm Wireshark Xamarin Xcode YouTube
`;

const phrases = `
Amazon Web Services | Android Studio | Ant Design | Arch Linux | Chakra UI | GitHub Actions | GitLab CI | Google Cloud
Google Docs | Google Drive | Google Sheets | Hugging Face | Microsoft Azure | Microsoft Office | Microsoft Teams
Premiere Pro | React Native | Ruby on Rails | Spring Boot | Stack Overflow | Sublime Text | Tailwind CSS | Travis CI
Unreal Engine | Visual Studio Code | Visual Studio
`;

/** Other ways to write some of them that are more than another case. */
const others = `
GitHub: git hub | GitLab: git lab | GraphQL: graph ql | macOS: mac os x, mac os | MongoDB: mongo db | Node.js: nodejs
Next.js: nextjs | Stack Overflow: stackoverflow | Tailwind CSS: tailwindcss | Vue.js: vuejs | WebAssembly: web assembly
YouTube: you tube | Hugging Face: huggingface | Ruby on Rails: rubyonrails | Spring Boot: springboot
`;

const split = (text: string, mark: RegExp): readonly string[] => text.trim().split(mark);

/** Spellings to look for in any case, with the name as its owner writes it. */
export const names: readonly { readonly from: string; readonly to: string }[] = [
  ...[...split(words, /\s+/), ...split(phrases, /\s*[|\n]\s*/)].map((name) => ({ from: name, to: name })),
  ...split(others, /\s*[|\n]\s*/).flatMap((line) => {
    const [to = '', from = ''] = line.split(': ');
    return from.split(', ').map((one) => ({ from: one, to }));
  }),
];
