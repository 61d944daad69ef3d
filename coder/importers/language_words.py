"""What languages are known by: their commonest small words, and the letters that not all of their script have."""

from __future__ import annotations

from collections.abc import Mapping

# Some words belong to several languages; those tell nothing between them. Near neighbours are listed although nobody
# may ask for them, so that a text in one of them is not taken for the other.
SMALL: Mapping[str, Mapping[str, str]] = {
    "latin": {
        "en": "the of and to in is that it was for with as his on be at by this had not are but from or have an they"
        " which you were their her she he we who will would there been has all one so if when what can more out up"
        " into than only other some could time these two may then do first any my now such like our over after also"
        " about between while where because those each how its them him did most many before must through your i no",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus"
        " er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor"
        " zur bis mehr durch man sein wurde sei ihr ihre seine wenn ich wir was kann gegen vom schon unter hatte mir"
        " diese dieser dieses weil keine kein alle ihm ihn uns doch nichts immer wo wer waren wieder zwischen seit da",
        "fr": "a le la les de des du et à en un une que qui dans pour pas au sur est il ne se ce avec sont par plus aux"
        " elle son sa ses nous vous ils on mais ou comme cette ces leur leurs été être ont fait même tout tous d l c s"
        " n qu j deux sans bien peut après où si entre avait était encore aussi très lui moi mon depuis avant sous y"
        " quand dont rien donc cet toute toutes ainsi faire dit fois chez car jamais toujours personne",
        "es": "a el la los las de y que en un una por con no para se del al es lo como más su sus pero fue ha este esta"
        " le ya o porque cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni"
        " contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho"
        " quienes nada muchos cual poco ella estar estas algunas algo nosotros han son era sido están hace tiene dos",
        "it": "a il lo la gli le di e che in un una per con non del della dei delle degli nel nella si è al alla ai da"
        " dal dalla sul come più sono ma anche ha hanno era stato questo questa questi quello quella suo sua loro ci"
        " mi ti se o perché quando dove chi cosa tutto tutti molto ancora dopo prima senza tra fra poi già così solo"
        " due essere fatto ogni l d dell all nell sull c un'altra noi voi lui lei io due anni abbiamo quale nessuno",
        "pt": "o a os as de e que em um uma por com não para se do da dos das no na nos nas ao aos à é mais como foi"
        " mas seu sua seus suas ele ela eles ou ser quando muito já também só pelo pela até isso entre depois sem"
        " mesmo quem me esse essa você nem são está eu havia num têm tem foram era estão nós sobre este esta onde às"
        " ainda porque lhe ter há dois todos tudo nada cada então anos fazer pode numa outros minha meu dele",
        "nl": "de het een en van in is dat op te met voor zijn niet aan er om ook als dan maar bij uit naar worden"
        " die hij was zij ze wij we ik je jij had heeft hebben werd wordt door over tot nog wel geen kan deze dit"
        " haar hem hun mijn onze toen waar wat wie zo al meer moet zou kon omdat onder tegen na veel iets niets alle"
        " waren daar men nu eens heel zonder tussen want sinds andere twee jaar gaat zich",
        "pl": "i w na z do się nie że to jest o jak po co ale od za przez przy dla są jego tym tego które który oraz"
        " która ich jej tak już tylko był było była byli być może czy ze go mnie mu jako także jeszcze kiedy lub nas"
        " nam był jednak pod nad tej ten ta te bardzo gdy bez przed między więc sobie ma mam też we wszystko nic gdzie",
        "cs": "a v na se je že s z do o to i jako za od po jsou by ale který která které také pro při jeho nebo podle"
        " bylo byl byla byli ve ze si tak jak už jen co aby když už kde až pouze jsem jsme být ho mu nich její jejich"
        " toho tom této ten ta před mezi bez však ještě mezi než pod nad jeden dva více není má proto tedy",
        "sk": "a v na sa je že s z do o to i ako za od po sú by ale ktorý ktorá ktoré tiež pre pri jeho alebo podľa"
        " bolo bol bola boli vo zo si tak už len čo aby keď kde až iba som sme byť ho mu nich jej ich toho tom tejto"
        " ten tá pred medzi bez však ešte než pod nad jeden dva viac nie má preto teda",
        "hr": "i u na je se da za su od s o a kao što koji koja koje iz do po ali bi nije ili sa te već samo kako"
        " bio bila bilo ne će sve uz prema još pri kod njegov njihov ovo ovaj taj to jer kada gdje između prije nakon"
        " smo sam sebe nisu može ima tako",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra en ne ama o var değil ancak göre her"
        " mi ki ya hem ise şey ben sen biz onun bunun diye yok oldu olduğu olduğunu tarafından bütün iki önce nasıl"
        " neden kendi hiç şu veya çünkü bana ona vardı",
        "sv": "och att det i en som på är av för med den till inte om ett har de var han från men vi så kan hon"
        " jag sig vid under också efter eller nu där när än ut över mot bara sin skulle hade alla andra mycket här då"
        " sedan utan blir blev ska måste något ingen vad upp många genom mellan mig oss dem detta dessa hans",
        "da": "og at det i en som på er af for med den til ikke om et har de var han fra men vi så kan hun jeg sig"
        " ved under også efter eller nu hvor når end ud over mod bare sin skulle havde alle andre meget her da siden"
        " uden bliver blev skal må noget ingen hvad op mange gennem mellem mig os dem dette disse hans blevet",
        "no": "og at det i en som på er av for med den til ikke om et har de var han fra men vi så kan hun jeg seg"
        " ved under også etter eller nå hvor når enn ut over mot bare sin skulle hadde alle andre mye her da siden"
        " uten blir ble skal må noe ingen hva opp mange gjennom mellom meg oss dem dette disse hans blitt",
        "ro": "și în de la a cu pe nu că este o un din pentru care mai sau au fost prin al ale sunt ca să lui"
        " se le ei el ea noi lor dar după fără când unde cum între foarte doar acest această acestea aceste fi era"
        " avea am ai ne vă îi își ce cel cea cei decât iar toate toți două fiind către asupra despre nici",
        "hu": "a az és hogy nem is egy ez meg de csak el van volt mint már ha még vagy azt ki amely után szerint"
        " ezt lehet minden pedig de kell aki ami amikor olyan ők én mi sem itt ott nagyon így úgy között több majd"
        " ezek azok volna lesz mert akkor két miatt által arra erre nincs",
        "fi": "ja on ei se että oli hän mutta ovat myös kun niin joka sen tai kuin ole olla sekä jos nyt vain mukaan"
        " hänen tämä tämän ne jo minä me he oma siitä sitä vielä olivat ollut mitä jotka jossa jonka kanssa ennen"
        " jälkeen koska kaikki mikä kuka siis eivät ollaan joita niitä näin",
        "ca": "a el la els les de i que en un una per amb no a es del al és com més seu seva però va ha aquest aquesta"
        " dels als ja o perquè quan molt sense sobre també fins hi on des tot ens durant tots ni contra altres això"
        " abans alguns què ell res només són era estat cada dos havia van l d s n ho li em",
        "id": "yang dan di dari untuk dengan ini itu pada tidak adalah ke dalam akan oleh juga karena ada sebagai atau"
        " saya kami mereka dia kita bisa lebih telah sudah tersebut banyak orang hanya saat seperti setelah antara"
        " bahwa para namun belum masih sangat tetapi anda",
        "ms": "yang dan di dari untuk dengan ini itu pada tidak adalah ke dalam akan oleh juga kerana ada sebagai atau"
        " saya kami mereka dia kita boleh lebih telah sudah tersebut banyak orang hanya seperti selepas antara"
        " bahawa belum masih sangat tetapi anda ialah ianya daripada kepada",
        "gl": "o a os as de e que en un unha por con non para se do da dos das no na ao á é máis como foi mais seu súa"
        " seus súas eles ou ser cando moi xa tamén só polo pola ata isto entre despois sen mesmo quen me ese"
        " esa nin son está había ten foron era nós sobre este esta onde aínda porque lle hai dous todos nada cada",
        "af": "die het en van in is dat op te met vir sy nie aan hy om ook as dan maar by uit na word wat was ons ek"
        " jy hulle sal kan deur tot nog wel geen hierdie haar hom toe waar wie so al meer moet omdat onder teen baie"
        " iets niks alle daar nou sonder tussen want sedert ander twee jaar dit",
        "sl": "in v na se je da za so s o z a kot ki pa iz do po ali bi ni ne tudi še že samo kako bil bila bilo vse"
        " pri od bo lahko ter njegov ta to ko kjer med pred biti sem smo sta imel več tako",
        "vi": "và của là có không được cho một những các người trong với này đã để từ khi đến ra như cũng về nhưng đó"
        " thì tôi ông anh rất nhiều phải bị sẽ vào lại hay còn theo sau nào",
        "sq": "dhe e të në një për me që nuk është nga i së si më ka u do po janë ishte kjo ky por kur pas edhe duke"
        " ose mund tij saj tyre këtë",
        "et": "ja on ei et see oli ta aga ka kui mis oma kes siis või ma nii ning välja üle seda selle mille olid veel"
        " pärast enne koos need tema meie nende kuid ainult",
        "lt": "ir yra kad į su ne iš tai bet kaip buvo už jis per po ar dar nuo apie jo ji jau kai savo labai tik"
        " arba prie kuris kuri jų mes būti",
        "lv": "un ir ka ar no uz par bet kā tas bija nav es viņš pēc vai jau lai arī viņa kas pie tā savu tikai"
        " kad mēs būt līdz šis",
    },
    "cyrillic": {
        "ru": "и в не на что с по как это он к но за из у от о для так же все его был было который только еще или мы"
        " ещё всё она они я вы ты бы то а её ее их мне нас нам был была были быть есть нет уже если когда при до об"
        " со во ни даже под чтобы которые которая которых этого этот эта эти тем того том чем очень после где кто"
        " более через можно себя потому без перед между ли сейчас себе ему ей им вас вам раз два там тут тоже может"
        " сказал сказала меня него неё ничего никто никого свою свой своих также во время теперь лишь",
        "uk": "і в не на що з та як це він до але за із у від про для так же все його був було який тільки ще або ми"
        " вона вони я ви ти б би й а її їх мені нас нам була були бути є немає вже якщо коли при до зі ні навіть під"
        " щоб які яка яких цього цей ця ці тим того тому ніж дуже після де хто більше через можна себе без перед між"
        " чи зараз собі йому їй їм вас вам раз два там тут також може мене нього неї нічого ніхто свою свій своїх",
        "bg": "и в не на че с по как това той към но за от са до при се да ще е има или който само още което във със"
        " тя те аз ние вие ти би а я ги го му й им ми ни ви беше бяха бил била било съм сме няма вече ако когато без"
        " която които тези този тази тогава много след къде кой повече през може себе си защото пред между ли сега"
        " там тук също така като всички всичко нищо никой най под над дори обаче това него нея тях един една едно",
        "sr": "и у не на да с по као то он за из од о је су се али или који само још које би што са због након"
        " ће сам смо није нису било био била да ли када где ко овај ова ово тај та те више између пре код до према"
        " него него већ може јер али све свој њих њега њен му јој им",
        "mk": "и во не на да со по како тоа тој за од е се но или кој само уште која кои би што поради ќе сум сме"
        " беше беа бил била било кога каде овој оваа ова оние повеќе меѓу пред кај до според туку веќе може бидејќи"
        " сите сè свој нив него таа тие му им го ја ги",
        "be": "і у не на што з па як гэта ён да але за ад аб для так жа усе яго быў было які толькі яшчэ або мы"
        " яна яны я вы ты б бы й а яе іх мне нас нам была былі быць ёсць няма ўжо калі пры каб якія якая гэты гэтая"
        " таго тым чым вельмі пасля дзе хто больш праз можна сябе без перад паміж ці цяпер",
        "kk": "және мен бұл үшін да де деп бір ол осы болып еді керек сол бар жоқ туралы кейін дейін оның ғана"
        " өз мен біз сіз олар қазақ болды болған екен сондай бірақ немесе тек өте қалай неге барлық",
        "mn": "нь бол юм байна гэж энэ тэр ба болон байсан бөгөөд дээр ч би та бид хэн юу их тухай хүн өөр гэсэн",
    },
    "arabic": {
        "ar": "في من على إلى أن التي الذي هذا هذه عن مع لا ما كان بعد قد كل بين و أو لم كما هو هي ذلك تلك إن كانت"
        " ثم حتى عند قبل أي غير منذ هناك لكن ليس أنه أنها لقد لن إذا فيه فيها منه له لها به بها نحن هم وقد ولا وكان"
        " الذين حيث خلال أكثر بعض أمام دون لأن ولم وفي ومن وهو وهي يوم أحد فقط حول تم ضد نحو عليه",
        "fa": "در به از که این را با است برای آن بر یک تا خود هم شد شده می و یا اما نیز بود ها های ما من او شما"
        " آنها نمی کرد کرده دارد باید اگر چه هر همه دیگر پس بین پیش بعد هیچ دو کند کنند بودند باشد شود داد چون وقتی"
        " زیرا بسیار روی زیر حتی فقط ولی گفت نه کنیم کسی چیزی",
        "ur": "کے میں کی ہے اور سے کا کو اس نے پر کہ یہ ہیں بھی ایک تھا نہیں جو لیے تھی تھے گیا کیا ہو وہ ان تو کر"
        " رہے رہا ہم آپ یا تک بعد کوئی اپنے اپنی ساتھ گئی کرنے",
        "ckb": "لە بە و کە ئەو بۆ ئەم لەگەڵ هەر دەکات بوو یان نییە ئێمە من تۆ هەموو زۆر پاش بەڵام",
    },
}  # fmt: skip

# Letters beyond those that all languages of the script have.
LETTERS: Mapping[str, Mapping[str, str]] = {
    "latin": {
        "en": "", "de": "äöüß", "fr": "àâçéèêëîïôùûœæ", "es": "áéíñóúü", "it": "àèéìòù", "pt": "ãõáâàçéêíóôú",
        "nl": "ëéï", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hr": "čćđšž",
        "ms": "", "gl": "áéíóúñ", "af": "êëéïôû", "sl": "čšž",
        "tr": "çğıöşü", "sv": "åäö", "da": "æøå", "no": "æøå", "ro": "ăâîșțşţ", "hu": "áéíóöőúüű", "fi": "äö",
        "ca": "àçèéíïòóúü", "id": "", "sq": "ëç", "et": "äöõü", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž",
        "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    },
    "cyrillic": {
        "ru": "ыэёщй", "uk": "іїєґщй", "bg": "ъщй", "sr": "јљњћђџ", "mk": "јљњќѓѕџ", "be": "ыэёіўй",
        "kk": "ыэёіәғқңөұүһй", "mn": "ыэёөүй",
    },
    "arabic": {"ar": "ةأإىيكؤئ", "fa": "پچژگیکآ", "ur": "ٹڈڑںےھہگپچیکآ", "ckb": "ڕڵۆێەگپچژیکھ"},
}  # fmt: skip
