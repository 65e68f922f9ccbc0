/** Words that are written wrongly often, and are words of no language, each with the right one. */
const corrections = `
  abandonned:abandoned abbreviatons:abbreviations accesible:accessible accidently:accidentally accomodate:accommodate
  accross:across acheive:achieve acheived:achieved acknowlegde:acknowledge additionaly:additionally
  addtional:additional adminstration:administration advanteges:advantages algorithim:algorithm algorithims:algorithms
  algoritms:algorithms allready:already alternativly:alternatively ammount:amount analyics:analytics
  annoucement:announcement annoucements:announcements aplication:application aplications:applications
  apparantly:apparently appearence:appearance appliation:application applicatons:applications
  approximatly:approximately aquired:acquired architechture:architecture architectual:architectural arguement:argument
  arguements:arguments assigment:assignment asssembly:assembly asychronous:asynchronous asynchonous:asynchronous
  asyncronous:asynchronous attemps:attempts authenication:authentication authetication:authentication
  autocompletition:autocompletion automaticaly:automatically automaticly:automatically availabe:available
  availible:available avaliable:available basicly:basically becasue:because becuase:because begginers:beginners
  beggining:beginning beginers:beginners begining:beginning beleive:believe benchamark:benchmark benefical:beneficial
  challange:challenge challanges:challenges charachter:character charachters:characters collegue:colleague
  collegues:colleagues comming:coming commited:committed commiting:committing commuincation:communication
  communites:communities compability:compatibility compatability:compatibility compatable:compatible
  compatiblity:compatibility comphrehensive:comprehensive compleately:completely compleatly:completely
  completly:completely compoments:components componants:components comprehesive:comprehensive concurency:concurrency
  configuation:configuration configuraton:configuration connnection:connection 
  continous:continuous continously:continuously contributer:contributor contributers:contributors
  convienient:convenient convinient:convenient copywright:copyright corresponing:corresponding
  cryptocurrancy:cryptocurrency cryptograhpy:cryptography curiousity:curiosity cusomize:customize
  customizeable:customizable cutomise:customise cutomize:customize databse:database databses:databases
  definately:definitely definitly:definitely defintion:definition dependancies:dependencies dependancy:dependency
  dependecies:dependencies dependecy:dependency deployement:deployment depricated:deprecated desciption:description
  descripton:description desgin:design desinged:designed desireable:desirable develeopment:development
  developement:development developped:developed devloper:developer devlopment:development differnt:different
  diffrent:different dissapear:disappear distribued:distributed distrubuted:distributed documenation:documentation
  documentaion:documentation documetation:documentation donwload:download dowload:download downlaod:download
  easilly:easily easly:easily editting:editing effecient:efficient efficent:efficient embbeded:embedded
  embeded:embedded enchancement:enhancement encrpytion:encryption encyption:encryption enviorment:environment
  enviornment:environment enviroment:environment enviroments:environments environement:environment
  equivelant:equivalent especialy:especially examle:example exampels:examples excecute:execute excecution:execution
  excercise:exercise excercises:exercises exellent:excellent expresions:expressions
  extensable:extensible extention:extension extentions:extensions familar:familiar featues:features feautre:feature
  feautres:features fetures:features finaly:finally flexibilty:flexibility follwing:following folowing:following
  foward:forward frameowrk:framework framewok:framework framwork:framework fucntion:function fuction:function
  functionalty:functionality functionaly:functionally fundemental:fundamental
  fundementals:fundamentals generaly:generally genereate:generate goverment:government 
  guarentee:guarantee guidline:guideline guidlines:guidelines happend:happened heirarchy:hierarchy hierachy:hierarchy
  highligth:highlight hightlight:highlight higlight:highlight higlighting:highlighting horizonal:horizontal
  howver:however identifer:identifier immediatly:immediately immutible:immutable implemantation:implementation
  implemenation:implementation implementaion:implementation implementions:implementations implmentation:implementation
  importaint:important improvments:improvements infomation:information inital:initial initalize:initialize
  inteface:interface interactivly:interactively intergrate:integrate intergrated:integrated intergration:integration
  interpretter:interpreter interupt:interrupt intial:initial intoduction:introduction intrepreter:interpreter
  introducion:introduction introdution:introduction intruduction:introduction javascirpt:JavaScript
  javscript:JavaScript knowlegde:knowledge knowlege:knowledge langauge:language langauges:languages languge:language
  lenght:length libarary:library libaries:libraries libary:library libray:library lightweigth:lightweight
  lighweight:lightweight maintainance:maintenance maintainence:maintenance maintaned:maintained
  maintenence:maintenance managment:management manangement:management mangement:management mathmatics:mathematics
  mechansim:mechanism messsage:message mininal:minimal miscelaneous:miscellaneous miscellanous:miscellaneous
  modifed:modified monitering:monitoring mulitple:multiple multipe:multiple mutliple:multiple navagation:navigation
  neccesary:necessary neccessary:necessary necesary:necessary necessery:necessary noticable:noticeable
  notifcation:notification notifcations:notifications occassion:occasion occassionally:occasionally occured:occurred
  occurence:occurrence occurences:occurrences occuring:occurring offical:official officaly:officially
  optimzation:optimization optimze:optimize optionaly:optionally orginal:original orginization:organization
  orignal:original overidden:overridden overwiew:overview paralell:parallel paramter:parameter paramters:parameters
  parralel:parallel parrallel:parallel particulary:particularly peformance:performance perfomance:performance
  performace:performance permissons:permissions plaform:platform
  platfrom:platform platfroms:platforms postion:position powerfull:powerful practial:practical preceed:precede
  preceeding:preceding prefered:preferred preperation:preparation prevous:previous privide:provide privilage:privilege
  probalby:probably proccess:process proccesses:processes proccessing:processing processsing:processing
  progamming:programming progams:programs programmaticaly:programmatically pronounciation:pronunciation
  propery:property protcol:protocol protocal:protocol protoype:prototype provded:provided psuedo:pseudo pyhton:Python
  quering:querying realease:release realtively:relatively recieve:receive recieved:received recieves:receives
  recieving:receiving recomendation:recommendation recomendations:recommendations recommed:recommend
  recursivly:recursively refered:referred refering:referring refernce:reference referrence:reference
  regularily:regularly relevent:relevant reliabilty:reliability remeber:remember rendring:rendering
  reposiory:repository repositary:repository repositery:repository repostiory:repository requirments:requirements
  requred:required resouce:resource resouces:resources resourse:resource resourses:resources
  respositories:repositories respository:repository retreival:retrieval retreive:retrieve scalabe:scalable
  scalablity:scalability schedual:schedule secruity:security secuirty:security securty:security seperate:separate
  seperated:separated seperately:separately seperation:separation seperator:separator sercure:secure sevices:services
  similary:similarly similiar:similar simlar:similar simpliest:simplest simultanously:simultaneously softare:software
  sofware:software somthing:something soruce:source specifc:specific specificaly:specifically specifiy:specify
  stategy:strategy stoarge:storage strenght:strength structre:structure strucutre:structure sturcture:structure
  submited:submitted succesful:successful succesfully:successfully successfull:successful sucess:success
  sucessful:successful sucessfully:successfully sugestions:suggestions supoprts:supports suported:supported
  suppport:support supprt:support supress:suppress surpise:surprise synchonization:synchronization
  syncronization:synchronization syncronize:synchronize syncronous:synchronous syntatic:syntactic systme:system
  sytem:system sytems:systems techique:technique techiques:techniques tecnique:technique tecnology:technology
  tehcnology:technology temlate:template thier:their througput:throughput togehter:together tolerence:tolerance
  tranlation:translation transfered:transferred transfering:transferring tutiorial:tutorial tutorails:tutorials
  tutoral:tutorial tutorals:tutorials tyical:typical typicaly:typically udpate:update udpated:updated
  understading:understanding undestand:understand unecessary:unnecessary unfortunatly:unfortunately unkown:unknown
  unneccessary:unnecessary untill:until usefull:useful usefullness:usefulness utilites:utilities utilties:utilities
  validaton:validation varity:variety vebose:verbose versitile:versatile vetical:vertical visable:visible
  visualisaton:visualisation visualizaton:visualization vulnerabilites:vulnerabilities vulnerabilties:vulnerabilities
  vulnerabilty:vulnerability vunerability:vulnerability webiste:website webistes:websites wheter:whether
  whitout:without wihtout:without writen:written writting:writing wrting:writing yeild:yield
`;

/** The right spelling of words by wrong ones, in lower case. */
export const typos: ReadonlyMap<string, string> = new Map(
  corrections
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [wrong = '', right = ''] = pair.split(':');
      return [wrong, right];
    }),
);
