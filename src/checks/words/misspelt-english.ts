import { isChineseProse, keptByText } from '../../model/kept.ts';
import { matchesOf } from '../../model/matches.ts';

/**
 * Words of English as they are misspelt: `right: wrong, wrong.`, from memory, each held against dictionaries of British
 * and American English. What has become a second spelling (miniscule, supercede) or is another word (wether, calender,
 * florescent) is left out.
 */
const MISSPELT = `
a lot: alot. about: abuot. absence: absense, abscence. accessible: accessable. accidentally: accidentaly.
accommodate: accomodate. accommodated: accomodated. accommodates: accomodates. accommodating: accomodating.
accommodation: accomodation. accompanied: acompanied. according: acording. achieve: acheive. achieved: acheived.
achievement: acheivement. acknowledge: acknowlege, aknowledge. acquaintance: acquaintence, aquaintance.
acquire: aquire. acquired: aquired. acquisition: aquisition. acquitted: aquitted, acquited. across: accross.
actually: actualy. address: adress. addressed: adressed. addresses: adresses. adequate: adaquate.
advertisement: advertisment. after: aftre, atfer. aggravated: agravated. aggression: agression.
aggressive: agressive. agreement: agreeement, aggreement. allegedly: allegedley, alledgedly. amateur: amatuer.
ambulance: ambulence. amendment: ammendment. among: amoung. analysis: analisys. ancillary: ancilliary. and: adn.
anniversary: aniversary. announced: anounced. announcement: annoucement, anouncement. annual: anual.
anonymous: annonymous, anonymus. apartment: appartment. apparent: apparant, aparent.
apparently: apparantly, aparently. appearance: appearence. appreciate: apreciate. approach: aproach.
appropriate: approriate, apropriate. approximately: aproximately, approximatly. argument: arguement.
arrangement: arrangment. as well: aswell. assassin: assasin. assassinated: assasinated. assassination: assasination.
associated: asociated. asthma: athsma. at least: atleast. athlete: athelete. athletics: atheletics.
attempted: attemped. attendance: attendence. audience: audiance, audence. autumn: autum.
available: availible, availabe, avaliable, avaiable. awkward: akward. barrister: barister.
because: becuase, becasue, beacuse, becaus. before: befroe. beginning: begining, beggining. believe: beleive.
believed: beleived. believes: beleives. beneficial: benificial. benefited: benifited. bizarre: bizzare.
boundaries: boundries. boundary: boundry. broccoli: brocolli. budget: bugdet. building: buidling.
bureaucracy: beaurocracy, bureacracy. business: buisness, bussiness, busines. businesses: buisnesses.
businessman: buisnessman. campaign: campain, campaing. campaigners: campainers. candidate: canidate. career: carreer.
casualties: causalties. category: catagory. cemetery: cemetary, cematery. century: centuary. certain: certian.
certainly: certianly. changeable: changable. chief: cheif. children: childern, chidlren. chocolate: choclate.
cigarette: cigarrette. closely: closley. colleague: collegue, colleage. colleagues: collegues. coming: comming.
commemorate: commerate, comemorate. commission: comission, commision. commissioner: comissioner, commisioner.
commit: comit. commitment: committment. committed: commited, comitted. committee: comittee, commitee, committe.
committees: comittees, commitees. communicate: comunicate. community: comunity, communtiy. company: comapny.
comparative: comparitive. competition: competiton, compitition. completely: completly, compleatly. concede: conceed.
conference: confrence. conscience: concience. conscientious: concientious. conscious: concious. consensus: concensus.
consistent: consistant. constituency: constituancy. contemporary: contempory. continuous: continous.
controversial: contraversial. controversy: contraversy. convenient: convienient, convienent.
correspondence: correspondance. correspondent: correspondant. could: coudl. council: counicl.
councillor: councilllor. courageous: couragous. courteous: courtious. criticised: critisised. criticism: critisism.
criticized: critisized. curiosity: curiousity. decision: desicion, descision. defendant: defendent.
defendants: defendents. definite: definate. definitely: definately, definatly, definitly, defiantely.
descendant: decendant. describe: discribe. description: discription. desperate: desparate. desperately: desparately.
development: developement, devlopment, developmment. difference: diffrence, differance.
different: diffrent, differnt. difficult: dificult, difficlut. difficulty: dificulty. dilemma: dilemna, dilema.
disappear: dissapear, disapear. disappeared: dissapeared, disapeared. disappoint: dissapoint, disapoint.
disappointed: dissapointed, disapointed, dissappointed. disappointing: dissapointing, disapointing.
disappointment: dissapointment, disapointment. disastrous: disasterous. discipline: disipline.
discrepancy: discrepency. discussion: discusion. disease: desease. dispatch: dipatch. each other: eachother.
ecstasy: ecstacy. efficient: efficent, effecient. eighth: eigth. elaborate: elabourate. election: elction.
eligible: eligable, elligible. eliminate: elimenate. embarrass: embarass. embarrassed: embarassed.
embarrassing: embarassing. embarrassment: embarassment, embarrasment. emergency: emergancy. emphasis: emphesis.
employees: employess. enormous: enourmous. environment: enviroment, enviornment.
environmental: enviromental, enviornmental. equipment: equiptment, equipement. especially: especialy, espcially.
essential: essencial. every time: everytime. evidence: evidance. evidently: evidentally. exaggerate: exagerate.
exaggerated: exagerated. exceed: excede. excellent: excelent, excellant. excerpt: exerpt.
exercise: excercise, exersise. exhausted: exausted. exhibition: exibition, exhibiton. existence: existance.
expense: expence. experience: experiance, expirience. explanation: explaination, explination.
extraordinary: extrordinary. extremely: extremly, extreamly. facilities: facilites. familiar: familar, familier.
fascinating: facinating. favourite: favourtie. February: Febuary, Feburary. fiery: firey. finally: finaly.
financial: finacial, finanical. fluorescent: flourescent. foreign: foriegn, foreing. foreigners: foriegners.
foresee: forsee. foreseeable: forseeable. forty: fourty. forward: foward, forwrad. friend: freind.
friendly: freindly. friends: freinds. from: fomr. fulfilled: fullfilled. gauge: guage. generally: generaly.
genuine: genuin. government: goverment, govenment, governement, gouvernment. governments: goverments.
governor: govenor, governer. grateful: greatful, gratefull. guarantee: garantee, gaurantee, guarentee.
guaranteed: garanteed, gauranteed. guard: gaurd. guards: gaurds. guidance: guidence. happened: happend, happenned.
harass: harrass. harassed: harrassed. harassment: harrassment, harasment. have: ahve, hvae. height: heigth, hieght.
hierarchy: heirarchy, hierachy. historic: histroic. hospital: hopsital, hosptial. humorous: humourous.
hygiene: hygeine. hypocrisy: hypocracy. identified: indentified. identify: indentify. immediate: immediat, imediate.
immediately: immediatly, imediately. important: importent, imporant. in fact: infact. in front: infront.
incidentally: incidently. independence: independance. independent: independant. indispensable: indispensible.
information: infomation, informaton. initially: initally. inoculate: innoculate. inquiry: inquirey.
insistent: insistant. intelligence: inteligence, intelligance. interesting: intresting. interpret: interpet.
interrupt: interupt. interrupted: interupted. investigate: investgate. investigation: investiagtion, investigaton.
irrelevant: irrelevent, irrelavant. irresistible: irresistable. island: iland. jealous: jelous. jewellery: jewellry.
judicial: judical. just: jsut. knowledge: knowlege, knowlegde. laboratory: labratory, laboritory.
labyrinth: labrynth. league: leauge. legitimate: legitamate. leisure: liesure. length: lenght. liaise: liase.
liaison: liason. library: libary, liberry. licence: lisence. lieutenant: lieutenent, leiutenant. literally: literaly.
literature: litrature. loneliness: lonliness. luxury: luxary. magistrate: majistrate. magistrates: majistrates.
maintain: maintian. maintenance: maintainance, maintenence. manageable: managable. management: managment.
manoeuvre: manouver, manouevre. marriage: marrage. medicine: medecine. medieval: medeival, mideval. message: mesage.
millennium: millenium. millionaire: millionare. miscellaneous: miscellanous. mischievous: mischievious.
misspelled: mispelled. misspelt: mispelt. mortgage: morgage, mortage. murderer: murdurer.
necessarily: necessarly, neccessarily. necessary: neccessary, necesary, neccesary, necessery. negotiate: negociate.
negotiations: negociations. neighbour: nieghbour, neigbour. neighbourhood: nieghbourhood, neigbourhood.
neither: niether. niece: neice. ninety: ninty. ninth: nineth. no one: noone. noticeable: noticable.
nuisance: nusance, nuisence. obstacle: obsticle. occasion: occassion, ocasion, occation. occasional: occassional.
occasionally: occassionally, occasionaly. occasions: occassions. occur: occure, ocurr. occurred: occured, ocurred.
occurrence: occurence, occurance, occurrance. occurring: occuring. official: offical. officially: offically.
officials: officals. opinion: opinon. opponent: oponent. opportunities: oppurtunities, oportunities.
opportunity: oppurtunity, oppertunity, oportunity. opposite: oposite. opposition: oposition.
original: orginal, origional. originally: orginally, origionally. other: ohter. outrageous: outragous.
parallel: paralell, parralel, paralel. parliament: parliment, parlaiment. parliamentary: parlimentary.
particular: particuler. particularly: particularily, particulary, particuarly. passenger: passanger.
passengers: passangers. pavilion: pavillion. peaceful: peacefull. pedestrian: pedestrain.
people: poeple, peopel, pepole. performance: performence, preformance. permanent: permanant, permenant.
permission: permision. perseverance: perseverence. persistent: persistant. persuade: pursuade. persuaded: pursuaded.
phenomenon: phenomenom. physical: phyiscal, phsyical. piece: peice. pieces: peices. plaintiff: plantiff.
pneumonia: pnuemonia. police: polcie, poilce. political: politcal, politicial. politician: politican, politicion.
politicians: politicans. population: populaton. possess: posess. possession: posession, possesion.
possessions: posessions, possesions. possible: posible. possibly: posibly. potential: potental.
potentially: potentialy. practically: practicly. preceding: preceeding. preferred: prefered. preferring: prefering.
prejudice: predjudice. preliminary: preliminery. presence: presance. prestigious: prestigous. previous: previos.
previously: previosly. primitive: primative. prisoner: prisioner. privilege: priviledge, privelege, privlege.
probably: probaly, probabley. procedure: proceedure. procession: procesion.
professional: proffesional, profesional, proffessional. professor: proffesor, profesor. programme: programe.
prominent: prominant. pronunciation: pronounciation. propaganda: propoganda. prosecution: prosecuton.
prosecutor: prosecuter. prosecutors: prosecuters. protein: protien. psychiatrist: psychatrist.
psychology: psycology, phsychology. publicly: publicaly, publicy. quantity: quanity. quarantine: quarentine.
questionnaire: questionaire. quiet: queit. quietly: queitly. realise: realsie. really: realy, relly.
receipt: reciept, receit. receive: recieve. received: recieved. receives: recieves. receiving: recieving.
recipient: recipiant, receipient. recognise: reconise, recongise. recognition: recogniton.
recommend: recomend, reccomend, reccommend. recommendation: recomendation, reccomendation.
recommendations: recomendations, reccomendations. recommended: recomended, reccomended, reccommended.
referee: refree, referree. reference: refrence, referance. referendum: referendom. referred: refered.
referring: refering. regrettable: regretable. regrettably: regretably. relevant: relevent, revelant. relief: releif.
relieved: releived. religious: religous, religeous. remember: rember, remeber, rememeber. reminiscent: reminiscient.
renowned: reknowned, renouned. repetition: repitition. representative: representive, representitive.
representatives: representives, representitives. rescue: resuce, rescure. resident: residant.
residents: residants, resdients. resistance: resistence. responsibility: responsability, responsibilty.
responsible: responsable, resposible. restaurant: resturant, restaraunt, restaurent, restuarant.
restaurants: resturants, restaraunts. resuscitate: resusitate, rescusitate. rhyme: ryhme.
rhythm: rythm, rythym, rhythym. ridiculous: rediculous, ridiculus. roughly: rougly. sacrifice: sacrafice.
sacrilegious: sacreligious, sacriligious. said: siad. salary: salery. sandwich: sandwhich, sandwitch.
sandwiches: sandwhiches. satellite: satelite, sattelite. schedule: shedule, schedual. scheduled: sheduled.
science: sceince, sience. secondary: secondery. secretary: secratary, secretery, secertary. seize: sieze.
seized: siezed. sentence: sentance, sentense. sentenced: sentanced. separate: seperate. separated: seperated.
separately: seperately. separating: seperating. separation: seperation. sergeant: sergent, sargeant, seargeant.
several: severl, sevral. severely: severly. shepherd: sheperd. sheriff: sherrif, sherriff. should: shoudl, shuold.
siege: seige. significant: signifigant, significent. similar: similiar. similarly: similiarly.
simultaneous: simultanous. since: sicne. sincerely: sincerly. situation: situtation, situaton. skilful: skillfull.
society: socitey. soldiers: soilders. solicitor: soliciter. sovereignty: soverignty, sovereignity. speech: speach.
sponsor: sponser. sponsored: sponsered. statement: statment. statements: statments. station: staion.
stomach: stomache. straight: straigth. strategy: stategy, stratagy. strength: strenght, stregth. strictly: stricly.
stubbornness: stubborness. succeed: suceed, succede. succeeded: suceeded. success: sucess.
successful: succesful, successfull, sucessful, sucessfull. successfully: succesfully, sucessfully.
successor: succesor. suffered: sufferred. sufficient: sufficent. supervisor: superviser. supposed: suposed.
suppress: supress. surprise: suprise. surprised: suprised. surprising: suprising. surprisingly: suprisingly.
surveillance: surveilance, survellance. suspicious: suspicous. synagogue: synagouge. system: sytem, systme.
technical: techincal. technique: tecnique. technology: techology, techonology. temperature: temperture, temprature.
temporary: temporay, tempory. tendency: tendancy. that: taht, thta. the: teh, hte. their: thier, tehir. there: tehre.
therefore: therfore. they: tehy. thief: theif. thieves: theives. think: thnik. this: tihs, htis. thorough: thourough.
thousand: thosand, thousend. threshold: threshhold. through: throught, thorugh. throughout: througout, thoughout.
together: togther, toghether. tomatoes: tomatos. tomorrow: tommorow, tommorrow, tomorow. tongue: tounge.
tournament: tournement, tornament. tragedy: tradegy, tradgedy, tragidy. tragically: tragicly.
transferred: transfered. transferring: transfering. traveller: travellor. tried: tryed. truly: truely.
twelfth: twelth, twelveth. tyranny: tyrany, tyrrany. unanimous: unanimus, unaminous. unanimously: unaminously.
undoubtedly: undoubtedely. unforeseen: unforseen. unfortunately: unfortunatly, unfortunantly, unfortunatley.
university: univeristy, unversity, univercity. unnecessary: unneccessary, unecessary, unnecesary. until: untill.
usual: usaul. usually: usualy. utterly: uterly. vacuum: vaccum, vaccuum. valuable: valuble. various: varous.
vegetable: vegtable, vegatable. vegetables: vegtables, vegatables. vehicle: vehical, vechicle.
vehicles: vehicals, vechicles. vengeance: vengence. veteran: vetern, vetran. veterinary: vetinary, vetenary.
vicious: visious, vicous. victim: vicitm. vigilant: vigilent. village: villiage, vilage. villagers: villiagers.
villain: villian. villains: villians. violence: violance. visibility: visability. visible: visable. visitor: vistor.
visitors: vistors. volunteer: volenteer. volunteers: volenteers. warrant: warrent.
Wednesday: Wensday, Wednsday, Wendesday, Wednesay. weird: wierd. welcome: welcom. welfare: wellfare. were: wree.
what: waht. when: wehn. which: whcih. wholly: wholely, wholy. with: wiht, iwth. withdrawal: withdrawl.
withholding: witholding. witness: wittness, witnes. witnesses: wittnesses. women: woemn. would: woudl, wuold.
writing: writting, writeing. written: writen. yacht: yatch, yaht. yield: yeild.
`;

/** A word that is misspelt. Offsets are UTF-16 units. */
interface Misspelt {
  readonly from: number;
  readonly to: number;
  readonly wrong: string;
  readonly right: string;
}

/** Short ones with a capital are as likely somebody's name: Siad, Noone. */
const LONG = 6;
/** Of the misspelt words none is longer. */
const WORD = /[A-Za-z]{3,16}/g;

let table: ReadonlyMap<string, string> | undefined;

function rightOf(word: string): string | undefined {
  table ??= new Map(
    MISSPELT.split('.').flatMap((row) => {
      const [right = '', wrong = ''] = row.trim().split(': ');
      return wrong === '' ? [] : wrong.split(', ').map((one) => [one.toLowerCase(), right] as const);
    }),
  );
  return table.get(word);
}

/**
 * The misspelt words of an English text, in order. What is joined to something else (an address, a handle, a name of a
 * file) is left alone, and so is what the writer says stands so (sic). Linear in the length of `text`.
 */
export const misspeltIn = keptByText((text, prose): readonly Misspelt[] => {
  let found: Misspelt[] | undefined;
  if (isChineseProse(prose)) return none;
  for (const { 0: wrong, index: from } of matchesOf(text, WORD)) {
    const small = wrong.toLowerCase();
    const right = rightOf(small);
    if (right === undefined) continue;
    const to = from + wrong.length;
    if (
      /[\w@#./\\\uFFFC-]/.test(text.charAt(from - 1)) ||
      /^(?:[\w@/\\\uFFFC-]|\.\w| ?[([]sic\b)/.test(text.slice(to, to + 6))
    )
      continue;
    if (wrong !== small && small.length < LONG && !(isHead(text, from) && /^ [a-z]/.test(text.slice(to, to + 2))))
      continue;
    found ??= [];
    found.push({ from, to, wrong, right: inCase(wrong, right) });
  }
  return found ?? none;
});

const none: readonly Misspelt[] = [];

/** Whether a sentence begins at an offset. */
function isHead(text: string, at: number): boolean {
  return /(?:^|[.!?:][”’"']?\s+)[“‘"']?$/.test(text.slice(Math.max(0, at - 6), at));
}

function inCase(written: string, right: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return right.toUpperCase();
  return /^[A-Z]/.test(written) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
