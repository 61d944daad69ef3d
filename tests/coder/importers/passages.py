"""Short passages in many languages, written for the tests of the language's name; two sentences or three each."""

from __future__ import annotations

PASSAGES: dict[str, tuple[str, ...]] = {
    "en": (
        "My brother signed up in March. He told us the money would pay off the flat within two years.",
        "Nobody from the village came to the meeting. The mayor read out the names and went home.",
        "Women stood outside the recruitment office all morning, asking for news about their sons.",
        "The channel posted a video of burning trucks. By noon the comments had been switched off.",
        "Farmers complain that diesel costs too much. Harvest starts next week and half the machines stand idle.",
        "According to the ministry, losses were minor. Two independent newspapers counted over four hundred graves.",
    ),
    "ru": (
        "Мой брат подписал контракт в марте. Он сказал, что денег хватит на квартиру.",
        "На собрание никто из деревни не пришёл. Глава зачитал фамилии и уехал домой.",
        "Женщины с утра стояли у военкомата. Спрашивали, где их сыновья и когда отпустят.",
        "Канал выложил видео с горящими грузовиками. К обеду комментарии закрыли.",
        "Фермеры жалуются на цены на солярку. Уборка начинается через неделю, половина техники стоит.",
        "По данным министерства, потери незначительны. Две независимые газеты насчитали больше четырёхсот могил.",
    ),
    "uk": (
        "Мій брат підписав контракт у березні. Він казав, що грошей вистачить на квартиру.",
        "На збори ніхто з села не прийшов. Голова зачитав прізвища й поїхав додому.",
        "Жінки зранку стояли біля військкомату. Питали, де їхні сини та коли їх відпустять.",
        "Канал виклав відео з палаючими вантажівками. До обіду коментарі закрили.",
        "Фермери скаржаться на ціни на пальне. Жнива починаються за тиждень, половина техніки стоїть.",
        "За даними міністерства, втрати незначні. Дві незалежні газети нарахували понад чотириста могил.",
    ),
    "bg": (
        "Брат ми подписа договор през март. Каза, че парите ще стигнат за апартамента.",
        "На събранието не дойде никой от селото. Кметът прочете имената и се прибра вкъщи.",
        "Жените стояха пред военната служба от сутринта. Питаха къде са синовете им и кога ще ги пуснат.",
        "Каналът публикува видео с горящи камиони. До обяд коментарите бяха спрени.",
        "Земеделците се оплакват от цените на горивото. Жътвата започва след седмица, а половината машини стоят.",
        "Според министерството загубите са малки. Два независими вестника преброиха над четиристотин гроба.",
    ),
    "de": (
        "Mein Bruder hat im März unterschrieben. Das Geld reiche für die Wohnung, meinte er.",
        "Aus dem Dorf kam niemand zur Versammlung. Der Bürgermeister las die Namen vor und fuhr heim.",
        "Frauen standen seit dem Morgen vor dem Wehramt. Sie fragten nach ihren Söhnen.",
        "Der Kanal zeigte ein Video mit brennenden Lastwagen. Gegen Mittag waren die Kommentare gesperrt.",
        "Bauern klagen über teuren Diesel. Nächste Woche beginnt die Ernte, doch jede zweite Maschine steht.",
        "Laut Ministerium sind die Verluste gering. Zwei unabhängige Zeitungen zählten über vierhundert Gräber.",
    ),
    "fr": (
        "Mon frère a signé en mars. Il disait que l'argent suffirait pour l'appartement.",
        "Personne du village n'est venu à la réunion. Le maire a lu les noms, puis il est rentré.",
        "Des femmes attendaient devant le bureau depuis le matin. Elles demandaient où étaient leurs fils.",
        "La chaîne a publié une vidéo de camions en feu. Vers midi, les commentaires étaient fermés.",
        "Les agriculteurs se plaignent du prix du gazole. La moisson commence dans une semaine.",
        "Selon le ministère, les pertes sont faibles. Deux journaux indépendants ont compté quatre cents tombes.",
    ),
    "es": (
        "Mi hermano firmó en marzo. Decía que el dinero alcanzaría para pagar el piso.",
        "Nadie del pueblo vino a la reunión. El alcalde leyó los nombres y volvió a casa.",
        "Varias mujeres esperaban delante de la oficina desde temprano. Preguntaban dónde estaban sus hijos.",
        "El canal publicó un vídeo de camiones ardiendo. A mediodía cerraron los comentarios.",
        "Los agricultores se quejan del precio del gasóleo. La cosecha empieza la semana próxima.",
        "Según el ministerio, las pérdidas son leves. Dos periódicos independientes contaron cuatrocientas tumbas.",
    ),
    "ar": (
        "وقّع أخي العقد في شهر آذار. قال إن المال سيكفي لشراء الشقة.",
        "لم يحضر الاجتماع أحد من القرية. قرأ رئيس البلدية الأسماء ثم عاد إلى بيته.",
        "وقفت النساء أمام مكتب التجنيد منذ الصباح، وسألن عن أبنائهن ومتى يعودون.",
        "نشرت القناة مقطعا لشاحنات محترقة. وعند الظهر أغلقت التعليقات.",
        "يشتكي المزارعون من غلاء الوقود. يبدأ الحصاد بعد أسبوع ونصف الآلات معطلة.",
        "تقول الوزارة إن الخسائر طفيفة. لكن صحيفتين مستقلتين أحصتا أكثر من أربعمئة قبر.",
    ),
    "fa": (
        "برادرم در ماه مارس قرارداد را امضا کرد. می‌گفت پول برای خرید آپارتمان کافی است.",
        "هیچ‌کس از روستا به جلسه نیامد. دهیار نام‌ها را خواند و به خانه برگشت.",
        "زنان از صبح جلوی دفتر ایستاده بودند و می‌پرسیدند پسرانشان کجا هستند.",
        "کانال ویدیویی از کامیون‌های در حال سوختن منتشر کرد. تا ظهر نظرها بسته شد.",
        "کشاورزان از قیمت گازوئیل شکایت دارند. برداشت هفته آینده آغاز می‌شود و نیمی از ماشین‌ها خراب است.",
        "به گفته وزارتخانه تلفات اندک است. دو روزنامه مستقل بیش از چهارصد گور شمردند.",
    ),
    "zh": (
        "我哥哥三月份签了合同。他说那笔钱够买房子了。",
        "村里没有人来开会。村长念完名单就回家了。",
        "妇女们从早上起就站在征兵处门口，打听儿子的消息。",
        "频道发布了卡车着火的视频，到中午评论就关了。",
        "农民抱怨柴油太贵。下周开始收割，一半机器停着。",
        "据该部称，损失轻微。两家独立报纸数出四百多座坟墓。",
    ),
    "it": (
        "Mio fratello ha firmato a marzo. Diceva che i soldi sarebbero bastati per la casa.",
        "Nessuno del paese è venuto alla riunione. Il sindaco ha letto i nomi ed è tornato a casa.",
    ),
    "pt": (
        "O meu irmão assinou em março. Dizia que o dinheiro chegava para pagar a casa.",
        "Ninguém da aldeia veio à reunião. O presidente leu os nomes e foi para casa.",
    ),
    "nl": (
        "Mijn broer tekende in maart. Volgens hem was het geld genoeg voor een huis.",
        "Uit het dorp kwam niemand naar de vergadering. De burgemeester las de namen voor en ging naar huis.",
    ),
    "pl": (
        "Mój brat podpisał umowę w marcu. Mówił, że pieniędzy wystarczy na mieszkanie.",
        "Ze wsi nikt nie przyszedł na zebranie. Wójt przeczytał nazwiska i pojechał do domu.",
    ),
    "cs": (
        "Můj bratr podepsal smlouvu v březnu. Říkal, že peníze budou stačit na byt.",
        "Z vesnice na schůzi nikdo nepřišel. Starosta přečetl jména a odjel domů.",
    ),
    "tr": (
        "Kardeşim martta imza attı. Paranın ev için yeteceğini söylüyordu, ama yetmedi.",
        "Köyden toplantıya kimse gelmedi. Muhtar isimleri okudu ve sonra evine döndü.",
    ),
    "sv": (
        "Min bror skrev på i mars. Han sa att pengarna skulle räcka till lägenheten.",
        "Ingen från byn kom till mötet. Borgmästaren läste upp namnen och åkte hem.",
    ),
    "sr": (
        "Мој брат је потписао уговор у марту. Рекао је да ће новца бити довољно за стан.",
        "Нико из села није дошао на састанак. Председник је прочитао имена и отишао кући.",
    ),
    "be": (
        "Мой брат падпісаў кантракт у сакавіку. Ён казаў, што грошай хопіць на кватэру.",
        "На сход ніхто з вёскі не прыйшоў. Старшыня зачытаў прозвішчы і паехаў дадому.",
    ),
    "ur": (
        "میرے بھائی نے مارچ میں معاہدے پر دستخط کیے۔ وہ کہتا تھا کہ رقم گھر کے لیے کافی ہے۔",
        "گاؤں سے کوئی بھی اجلاس میں نہیں آیا۔ سرپنچ نے نام پڑھے اور گھر چلا گیا۔",
    ),
    "el": ("Ο αδελφός μου υπέγραψε τον Μάρτιο. Έλεγε ότι τα λεφτά θα έφταναν για το σπίτι.",),
    "he": ("אחי חתם על החוזה במרץ. הוא אמר שהכסף יספיק לדירה.",),
    "ja": ("兄は三月に契約書に署名した。お金は家を買うのに足りると言っていた。",),
    "ko": ("형은 삼월에 계약서에 서명했다. 그 돈이면 집을 사기에 충분하다고 말했다.",),
}

# Neighbours that are not asked for: they must not be taken for those that are.
NEIGHBOURS: dict[str, tuple[str, ...]] = {
    "mk": (
        "Брат ми потпиша договор во март. Рече дека парите ќе стигнат за станот.",
        "На состанокот не дојде никој од селото. Градоначалникот ги прочита имињата и си отиде дома.",
    ),
    "no": (
        "Broren min skrev under i mars. Han sa at pengene ville rekke til leiligheten.",
        "Ingen fra bygda kom til møtet. Ordføreren leste opp navnene og reiste hjem.",
    ),
    "da": (
        "Min bror skrev under i marts. Han sagde, at pengene ville række til lejligheden.",
        "Ingen fra landsbyen kom til mødet. Borgmesteren læste navnene op og tog hjem.",
    ),
    "sk": (
        "Môj brat podpísal zmluvu v marci. Hovoril, že peniaze budú stačiť na byt.",
        "Z dediny na schôdzu nikto neprišiel. Starosta prečítal mená a odišiel domov.",
    ),
    "ca": (
        "El meu germà va signar al març. Deia que els diners arribarien per pagar el pis.",
        "Ningú del poble no va venir a la reunió. L'alcalde va llegir els noms i va tornar a casa.",
    ),
    "gl": ("O meu irmán asinou en marzo. Dicía que os cartos chegaban para pagar o piso.",),
    "af": ("My broer het in Maart geteken. Hy het gesê die geld sal genoeg wees vir die woonstel.",),
}
