<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
  <context>
    <name>Intercoder</name>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Файл</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Правка</translation>
    </message>
    <message>
      <source>&amp;Document</source>
      <translation>&amp;Документ</translation>
    </message>
    <message>
      <source>&amp;Code</source>
      <translation>&amp;Код</translation>
    </message>
    <message>
      <source>&amp;Team</source>
      <translation>К&amp;оманда</translation>
    </message>
    <message>
      <source>&amp;Analyse</source>
      <translation>&amp;Анализ</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Вид</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Справка</translation>
    </message>
    <message>
      <source>New project…</source>
      <translation>Новый проект…</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Открыть…</translation>
    </message>
    <message>
      <source>Add sources…</source>
      <translation>Добавить источники…</translation>
    </message>
    <message>
      <source>Add a folder of sources…</source>
      <translation>Добавить папку с источниками…</translation>
    </message>
    <message>
      <source>Load codebook…</source>
      <translation>Загрузить книгу кодов…</translation>
    </message>
    <message>
      <source>Save codebook as…</source>
      <translation>Сохранить книгу кодов как…</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Экспорт…</translation>
    </message>
    <message>
      <source>Close project</source>
      <translation>Закрыть проект</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Выйти</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Отменить</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Вернуть</translation>
    </message>
    <message>
      <source>Copy the passage</source>
      <translation>Копировать отрывок</translation>
    </message>
    <message>
      <source>Find in the document</source>
      <translation>Найти в документе</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>Следующее совпадение</translation>
    </message>
    <message>
      <source>Hit before</source>
      <translation>Предыдущее совпадение</translation>
    </message>
    <message>
      <source>Find in all documents</source>
      <translation>Найти во всех документах</translation>
    </message>
    <message>
      <source>Next document</source>
      <translation>Следующий документ</translation>
    </message>
    <message>
      <source>Document before</source>
      <translation>Предыдущий документ</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Завершён</translation>
    </message>
    <message>
      <source>Table of documents</source>
      <translation>Таблица документов</translation>
    </message>
    <message>
      <source>Variables…</source>
      <translation>Переменные…</translation>
    </message>
    <message>
      <source>Notebook: all memos</source>
      <translation>Журнал: все заметки</translation>
    </message>
    <message>
      <source>New memo on what is in focus</source>
      <translation>Новая заметка о выбранном</translation>
    </message>
    <message>
      <source>Correct the text…</source>
      <translation>Исправить текст…</translation>
    </message>
    <message>
      <source>New version of this document…</source>
      <translation>Новая версия этого документа…</translation>
    </message>
    <message>
      <source>Segments whose words are gone</source>
      <translation>Фрагменты, чьи слова исчезли</translation>
    </message>
    <message>
      <source>Code the passage…</source>
      <translation>Кодировать отрывок…</translation>
    </message>
    <message>
      <source>New code named by the words…</source>
      <translation>Новый код из слов отрывка…</translation>
    </message>
    <message>
      <source>Code with the last code again</source>
      <translation>Снова последним кодом</translation>
    </message>
    <message>
      <source>Memo on the coded segment</source>
      <translation>Заметка о фрагменте</translation>
    </message>
    <message>
      <source>Remove the coded segment</source>
      <translation>Удалить фрагмент</translation>
    </message>
    <message>
      <source>Ask the lead about the passage</source>
      <translation>Спросить руководителя об отрывке</translation>
    </message>
    <message>
      <source>Unit mode</source>
      <translation>Режим единиц</translation>
    </message>
    <message>
      <source>Go on to the next unit by itself</source>
      <translation>Самому переходить к следующей единице</translation>
    </message>
    <message>
      <source>Next unit</source>
      <translation>Следующая единица</translation>
    </message>
    <message>
      <source>Unit before</source>
      <translation>Предыдущая единица</translation>
    </message>
    <message>
      <source>Next unit that waits</source>
      <translation>Следующая единица без ответа</translation>
    </message>
    <message>
      <source>No code applies to this unit</source>
      <translation>Ни один код не подходит к единице</translation>
    </message>
    <message>
      <source>Add a code</source>
      <translation>Добавить код</translation>
    </message>
    <message>
      <source>Edit the code in focus</source>
      <translation>Изменить выбранный код</translation>
    </message>
    <message>
      <source>Fixed units…</source>
      <translation>Заданные единицы…</translation>
    </message>
    <message>
      <source>Qualifiers and evidence scale…</source>
      <translation>Уточнения и шкала доказательств…</translation>
    </message>
    <message>
      <source>Add a coder…</source>
      <translation>Добавить кодировщика…</translation>
    </message>
    <message>
      <source>Hand out a coder package…</source>
      <translation>Выдать пакет кодировщика…</translation>
    </message>
    <message>
      <source>Merge coder files…</source>
      <translation>Объединить файлы кодировщиков…</translation>
    </message>
    <message>
      <source>Edit conflicts</source>
      <translation>Конфликты правок</translation>
    </message>
    <message>
      <source>Questions to the lead</source>
      <translation>Вопросы руководителю</translation>
    </message>
    <message>
      <source>Audit trail</source>
      <translation>Журнал действий</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>Согласованность</translation>
    </message>
    <message>
      <source>Next passage that differs</source>
      <translation>Следующее расхождение</translation>
    </message>
    <message>
      <source>Passage that differs before</source>
      <translation>Предыдущее расхождение</translation>
    </message>
    <message>
      <source>Reliability of a table…</source>
      <translation>Надёжность таблицы…</translation>
    </message>
    <message>
      <source>Read and code</source>
      <translation>Читать и кодировать</translation>
    </message>
    <message>
      <source>Compare and reconcile</source>
      <translation>Сравнивать и согласовывать</translation>
    </message>
    <message>
      <source>Analyse</source>
      <translation>Анализировать</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>Изменить клавиши…</translation>
    </message>
    <message>
      <source>Restore the layout</source>
      <translation>Вернуть исходное расположение</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Крупнее текст</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Мельче текст</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Обычный размер текста</translation>
    </message>
    <message>
      <source>Other coders’ segments</source>
      <translation>Фрагменты других кодировщиков</translation>
    </message>
    <message>
      <source>Filter the coded segments…</source>
      <translation>Отбор фрагментов…</translation>
    </message>
    <message>
      <source>Show all coded segments</source>
      <translation>Показать все фрагменты</translation>
    </message>
    <message>
      <source>Two coders side by side</source>
      <translation>Двое кодировщиков рядом</translation>
    </message>
    <message>
      <source>Show as pages</source>
      <translation>Показать страницами</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Следующая панель</translation>
    </message>
    <message>
      <source>Pane before</source>
      <translation>Предыдущая панель</translation>
    </message>
    <message>
      <source>Hide this pane</source>
      <translation>Скрыть эту панель</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Справка</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>Все клавиши</translation>
    </message>
    <message>
      <source>About Intercoder</source>
      <translation>Об Intercoder</translation>
    </message>
    <message>
      <source>Workbook with every figure (*.xlsx)</source>
      <translation>Книга Excel со всеми числами (*.xlsx)</translation>
    </message>
    <message>
      <source>Reliability page for the paper (*.docx)</source>
      <translation>Страница о надёжности для статьи (*.docx)</translation>
    </message>
    <message>
      <source>Reliability page as text to paste (*.txt)</source>
      <translation>Страница о надёжности как текст для вставки (*.txt)</translation>
    </message>
    <message>
      <source>Every figure, one a row (*.csv)</source>
      <translation>Все числа, по одному на строку (*.csv)</translation>
    </message>
    <message>
      <source>Picture of the alphas (*.svg)</source>
      <translation>Рисунок с альфами (*.svg)</translation>
    </message>
    <message>
      <source>Picture of the alphas (*.pdf)</source>
      <translation>Рисунок с альфами (*.pdf)</translation>
    </message>
    <message>
      <source>Picture of the alphas (*.png)</source>
      <translation>Рисунок с альфами (*.png)</translation>
    </message>
    <message>
      <source>Export agreement</source>
      <translation>Экспорт согласованности</translation>
    </message>
    <message>
      <source>agreement</source>
      <translation>согласованность</translation>
    </message>
    <message>
      <source>Writing {}</source>
      <translation>Записывается {}</translation>
    </message>
    <message>
      <source>One thing at a time: {}</source>
      <translation>По одному делу за раз: {}</translation>
    </message>
    <message>
      <source>Wrote {}.</source>
      <translation>Записано: {}.</translation>
    </message>
    <message>
      <source>Stopped. “Compute again” begins anew; fewer sampled texts take less time.</source>
      <translation>Остановлено. «Посчитать снова» начинает заново; чем меньше выборочных текстов, тем быстрее.</translation>
    </message>
    <message>
      <source>Gamma…</source>
      <translation>Гамма…</translation>
    </message>
    <message>
      <source>Agreement in place, length and code of passages at once; samples chance, which takes a while</source>
      <translation>Согласованность места, длины и кода отрывков сразу; случай моделируется выборкой, это занимает время</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>Гамма</translation>
    </message>
    <message>
      <source>Sampled texts</source>
      <translation>Выборочных текстов</translation>
    </message>
    <message>
      <source>How chance is sampled</source>
      <translation>Как моделируется случай</translation>
    </message>
    <message>
      <source>Passages turned round the text</source>
      <translation>Отрывки, сдвинутые по тексту по кругу</translation>
    </message>
    <message>
      <source>Texts made up from gaps and lengths</source>
      <translation>Тексты, составленные из промежутков и длин</translation>
    </message>
    <message>
      <source>Compute again</source>
      <translation>Посчитать снова</translation>
    </message>
    <message>
      <source>Gamma compares passages in place, length and code at once; the codes below a code are the categories; into which units the text is cut plays no part. What chance would give is sampled; ± says how much another sampling would move the figure. It is not an interval over documents. “Export this…” has the figures too.</source>
      <translation>Гамма сравнивает сразу место, длину и код отрывков; категории — подкоды данного кода; на какие единицы разрезан текст, роли не играет. То, что дал бы случай, моделируется выборкой; ± показывает, насколько сдвинула бы число другая выборка. Это не интервал по документам. Эти числа есть и в «Экспорт…».</translation>
    </message>
    <message>
      <source>Gamma by code</source>
      <translation>Гамма по кодам</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Ход</translation>
    </message>
    <message>
      <source>Sampling chance for gamma</source>
      <translation>Моделируется случай для гаммы</translation>
    </message>
    <message>
      <source>Nobody coded a passage.</source>
      <translation>Никто не закодировал ни одного отрывка.</translation>
    </message>
    <message>
      <source>Nobody used 1 code; it is not listed.</source>
      <translation>1 код никто не использовал; его в списке нет.</translation>
    </message>
    <message>
      <source>Nobody used {n} codes; they are not listed.</source>
      <translation>Кодов, которые никто не использовал: {n}; их в списке нет.</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Код</translation>
    </message>
    <message>
      <source>Gamma-cat</source>
      <translation>Гамма-кат</translation>
    </message>
    <message>
      <source>Disorder</source>
      <translation>Разлад</translation>
    </message>
    <message>
      <source>By chance</source>
      <translation>При случае</translation>
    </message>
    <message>
      <source>It is one code, so place and length alone are compared.</source>
      <translation>Это один код, поэтому сравниваются только место и длина.</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Passages are aligned, and texts sampled by chance…</source>
      <translation>Отрывки сопоставляются, выборка моделирует случай…</translation>
    </message>
    <message>
      <source>{code} has no gamma: {why}.</source>
      <translation>У кода {code} гаммы нет: {why}.</translation>
    </message>
    <message>
      <source>{code}: the passages differ by {observed} where chance gives {expected}; 0 would be the same.</source>
      <translation>{code}: отрывки расходятся на {observed}, случай дал бы {expected}; 0 — полное совпадение.</translation>
    </message>
    <message>
      <source>Gamma-cat is of the codes of aligned passages; a passage that another coder does not have counts as another code.</source>
      <translation>Гамма-кат — о кодах сопоставленных отрывков; отрывок, которого нет у другого кодировщика, считается другим кодом.</translation>
    </message>
    <message>
      <source>{n} sampled texts</source>
      <translation>выборочных текстов: {n}</translation>
    </message>
    <message>
      <source>It has no gamma-cat: {why}.</source>
      <translation>Гаммы-кат нет: {why}.</translation>
    </message>
    <message>
      <source>Passages of 1 document are kept back: you code it too. Once you have seen them, what you change in it no longer counts for agreement.</source>
      <translation>Отрывки из 1 документа скрыты: вы его тоже кодируете. После того как вы их увидите, ваши изменения в нём не войдут в согласованность.</translation>
    </message>
    <message>
      <source>Passages of {n} documents are kept back: you code them too. Once you have seen them, what you change there no longer counts for agreement.</source>
      <translation>Скрыты отрывки документов, которые кодируете и вы (их {n}). После того как вы их увидите, ваши изменения там не войдут в согласованность.</translation>
    </message>
    <message>
      <source>View of agreement</source>
      <translation>Вид согласованности</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>Что показано</translation>
    </message>
    <message>
      <source>Whose coding is the standard</source>
      <translation>Чья разметка служит эталоном</translation>
    </message>
    <message>
      <source>Trainee</source>
      <translation>Обучаемый</translation>
    </message>
    <message>
      <source>Standard:</source>
      <translation>Эталон:</translation>
    </message>
    <message>
      <source>Trainee:</source>
      <translation>Обучаемый:</translation>
    </message>
    <message>
      <source>Agreement in cells</source>
      <translation>Согласованность в ячейках</translation>
    </message>
    <message>
      <source>There is nothing to show here for these coders and documents.</source>
      <translation>Для этих кодировщиков и документов здесь нечего показать.</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Коды</translation>
    </message>
    <message>
      <source>A line a code</source>
      <translation>По строке на код</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Пары</translation>
    </message>
    <message>
      <source>Coder by coder</source>
      <translation>Каждый с каждым</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>Документы</translation>
    </message>
    <message>
      <source>Document by code</source>
      <translation>Документы по кодам</translation>
    </message>
    <message>
      <source>Confusion</source>
      <translation>Замены</translation>
    </message>
    <message>
      <source>Which code was taken for which</source>
      <translation>Какой код приняли за какой</translation>
    </message>
    <message>
      <source>Over time</source>
      <translation>Во времени</translation>
    </message>
    <message>
      <source>By week, by reading order, by codebook</source>
      <translation>По неделям, по порядку чтения, по версиям книги кодов</translation>
    </message>
    <message>
      <source>Against a standard</source>
      <translation>С эталоном</translation>
    </message>
    <message>
      <source>What a trainee found of a standard coding</source>
      <translation>Что нашёл обучаемый из эталонной разметки</translation>
    </message>
    <message>
      <source>Qualifiers</source>
      <translation>Уточнения</translation>
    </message>
    <message>
      <source>What was said of passages that both coded</source>
      <translation>Что сказано о фрагментах, которые закодировали оба</translation>
    </message>
    <message>
      <source>All codes, counts added</source>
      <translation>Все коды, числа сложены</translation>
    </message>
    <message>
      <source>Alpha</source>
      <translation>Альфа</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>Каппа</translation>
    </message>
    <message>
      <source>Both of all coded</source>
      <translation>Оба, от всего закодированного</translation>
    </message>
    <message>
      <source>By week</source>
      <translation>По неделям</translation>
    </message>
    <message>
      <source>By reading order</source>
      <translation>По порядку чтения</translation>
    </message>
    <message>
      <source>By codebook</source>
      <translation>По версиям книги кодов</translation>
    </message>
    <message>
      <source>All codes, by passage</source>
      <translation>Все коды, по отрывкам</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Вопросы</translation>
    </message>
    <message>
      <source>not answered yet</source>
      <translation>ответа пока нет</translation>
    </message>
    <message>
      <source>1 open question</source>
      <translation>1 открытый вопрос</translation>
    </message>
    <message numerus="yes">
      <source>%n open questions</source>
      <translation>
        <numerusform>%n открытый вопрос</numerusform>
        <numerusform>%n открытых вопроса</numerusform>
        <numerusform>%n открытых вопросов</numerusform>
      </translation>
    </message>
    <message>
      <source>{} asks the lead</source>
      <translation>{} спрашивает руководителя</translation>
    </message>
    <message>
      <source>Select the passage that you want to ask about first.</source>
      <translation>Сначала выделите отрывок, о котором хотите спросить.</translation>
    </message>
    <message>
      <source>Marked “ask the lead”. Words can be added in the pane of questions.</source>
      <translation>Отмечено: спросить руководителя. Добавить слова можно на панели вопросов.</translation>
    </message>
    <message>
      <source>The lead is not asked about it any more; Ctrl+Z brings it back.</source>
      <translation>Этого вопроса к руководителю больше нет; Ctrl+Z вернёт его.</translation>
    </message>
    <message>
      <source>Add sources</source>
      <translation>Добавить источники</translation>
    </message>
    <message>
      <source>Sources to be brought in</source>
      <translation>Источники, которые будут добавлены</translation>
    </message>
    <message>
      <source>Filter the sources</source>
      <translation>Отбор источников</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>Выбрать файлы…</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Выбрать папку…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Drop files or folders on the window, or choose them.</source>
      <translation>Перетащите файлы или папки в окно или выберите их.</translation>
    </message>
    <message>
      <source>You see what they hold before anything comes in. The files themselves are only read.</source>
      <translation>Вы увидите, что в них, прежде чем что-либо будет добавлено. Сами файлы только читаются.</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Чтение…</translation>
    </message>
    <message>
      <source>Nothing is written yet.</source>
      <translation>Пока ничего не записано.</translation>
    </message>
    <message>
      <source>Bringing in…</source>
      <translation>Добавляется…</translation>
    </message>
    <message>
      <source>It can be stopped, and leaves nothing then.</source>
      <translation>Это можно остановить: ничего не останется.</translation>
    </message>
    <message>
      <source>Bringing in sources</source>
      <translation>Добавление источников</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Import 1 document</source>
      <translation>Импортировать 1 документ</translation>
    </message>
    <message numerus="yes">
      <source>Import %n documents</source>
      <translation>
        <numerusform>Импортировать %n документ</numerusform>
        <numerusform>Импортировать %n документа</numerusform>
        <numerusform>Импортировать %n документов</numerusform>
      </translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Остановка…</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Импорт</translation>
    </message>
    <message>
      <source>Waiting for: {}</source>
      <translation>Ожидание: {}</translation>
    </message>
    <message>
      <source>Call coders “Coder 1”, “Coder 2” …; no key is written</source>
      <translation>Назвать кодировщиков «Coder 1», «Coder 2»…; ключ не записывается</translation>
    </message>
    <message>
      <source>Where the export is written</source>
      <translation>Куда записывается экспорт</translation>
    </message>
    <message>
      <source>Where…</source>
      <translation>Выбрать…</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Экспорт</translation>
    </message>
    <message>
      <source>What readers of the file should know</source>
      <translation>Что следует знать читателям файла</translation>
    </message>
    <message>
      <source>Into</source>
      <translation>Куда</translation>
    </message>
    <message>
      <source>“{name}” is written. Its readers should know:</source>
      <translation>Файл «{name}» записан. Его читателям следует знать:</translation>
    </message>
    <message>
      <source>“{name}” is written.</source>
      <translation>Файл «{name}» записан.</translation>
    </message>
    <message>
      <source>Workbook (.xlsx): to read, sort and send to co-authors</source>
      <translation>Книга Excel (.xlsx): читать, сортировать, послать соавторам</translation>
    </message>
    <message>
      <source>Table (.csv): one row a coded segment, for statistics</source>
      <translation>Таблица (.csv): строка на фрагмент, для статистики</translation>
    </message>
    <message>
      <source>Whole study (.json): to archive, or to bring into another project</source>
      <translation>Всё исследование (.json): в архив или в другой проект</translation>
    </message>
    <message>
      <source>Quotes with some context</source>
      <translation>Цитаты с небольшим контекстом</translation>
    </message>
    <message>
      <source>No words of the sources</source>
      <translation>Без слов источников</translation>
    </message>
    <message>
      <source>Full texts</source>
      <translation>Полные тексты</translation>
    </message>
    <message>
      <source>As</source>
      <translation>Формат</translation>
    </message>
    <message>
      <source>Words of the sources</source>
      <translation>Слова источников</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>Имена</translation>
    </message>
    <message>
      <source>The passages go out with the words around them: enough to check a coding.</source>
      <translation>Отрывки выходят с окружающими словами: этого хватает, чтобы проверить код.</translation>
    </message>
    <message>
      <source>Only positions, codes and variables go out: for data that may not be shown.</source>
      <translation>Выходят только позиции, коды и переменные: для данных, которые показывать нельзя.</translation>
    </message>
    <message>
      <source>All texts go out whole: only where you may share them.</source>
      <translation>Тексты выходят целиком: только если ими можно делиться.</translation>
    </message>
    <message>
      <source>Writing {}…</source>
      <translation>Записывается {}…</translation>
    </message>
    <message>
      <source>Writing packages</source>
      <translation>Записываются пакеты</translation>
    </message>
    <message>
      <source>Coders who get a package</source>
      <translation>Кодировщики, которые получат пакет</translation>
    </message>
    <message>
      <source>Documents that go in</source>
      <translation>Какие документы входят</translation>
    </message>
    <message>
      <source>What is assigned to each; everything where nothing is</source>
      <translation>Назначенные каждому; если не назначены — все</translation>
    </message>
    <message>
      <source>These documents</source>
      <translation>Эти документы</translation>
    </message>
    <message>
      <source>Leave the original files out (smaller; the texts are always in)</source>
      <translation>Без исходных файлов (меньше места; тексты входят всегда)</translation>
    </message>
    <message>
      <source>Folder for the packages</source>
      <translation>Папка для пакетов</translation>
    </message>
    <message>
      <source>Folder…</source>
      <translation>Папка…</translation>
    </message>
    <message>
      <source>Write the packages</source>
      <translation>Записать пакеты</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Для кого</translation>
    </message>
    <message>
      <source>Originals</source>
      <translation>Исходные файлы</translation>
    </message>
    <message>
      <source>A package holds the codebook, the texts, and that coder’s own work; nobody else’s.</source>
      <translation>В пакете — книга кодов, тексты и работа самого кодировщика; чужой работы в нём нет.</translation>
    </message>
    <message>
      <source>A folder for the packages</source>
      <translation>Папка для пакетов</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>Записывается…</translation>
    </message>
    <message>
      <source>There is no folder “{parent}”.</source>
      <translation>Папки «{parent}» нет.</translation>
    </message>
    <message>
      <source>“{name}” cannot be written: {why}.</source>
      <translation>Файл «{name}» нельзя записать: {why}.</translation>
    </message>
    <message>
      <source>{name}: 1 document, in “{file}”</source>
      <translation>{name}: 1 документ, в «{file}»</translation>
    </message>
    <message>
      <source>{name}: {n} documents, in “{file}”</source>
      <translation>{name}: документов {n}, в «{file}»</translation>
    </message>
    <message>
      <source>1 document assigned</source>
      <translation>Назначен 1 документ</translation>
    </message>
    <message>
      <source>{n} documents assigned</source>
      <translation>Назначено документов: {n}</translation>
    </message>
    <message>
      <source>Write the package</source>
      <translation>Записать пакет</translation>
    </message>
    <message>
      <source>Write {n} packages</source>
      <translation>Записать пакеты ({n})</translation>
    </message>
    <message>
      <source>1 package written.</source>
      <translation>Записан 1 пакет.</translation>
    </message>
    <message>
      <source>{n} packages written.</source>
      <translation>Записано пакетов: {n}.</translation>
    </message>
    <message>
      <source>{thing} “{name}”: {what}</source>
      <translation>{thing} «{name}»: {what}</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Объединить</translation>
    </message>
    <message>
      <source>Show the conflicts</source>
      <translation>Показать конфликты</translation>
    </message>
    <message>
      <source>Drop your coders’ files here, or choose them.</source>
      <translation>Перетащите сюда файлы кодировщиков или выберите их.</translation>
    </message>
    <message>
      <source>You see what they bring before anything is written. The files themselves are only read.</source>
      <translation>Вы увидите, что они принесут, прежде чем что-либо будет записано. Сами файлы только читаются.</translation>
    </message>
    <message>
      <source>Merge coder files</source>
      <translation>Объединить файлы кодировщиков</translation>
    </message>
    <message>
      <source>Looking into files</source>
      <translation>Просматриваются файлы</translation>
    </message>
    <message>
      <source>Merging</source>
      <translation>Объединение</translation>
    </message>
    <message>
      <source>Nothing is written yet. Before merging, a copy of the project is kept beside it.</source>
      <translation>Пока ничего не записано. Перед слиянием рядом сохраняется копия проекта.</translation>
    </message>
    <message>
      <source>Everything in these files is in the project already.</source>
      <translation>Всё из этих файлов в проекте уже есть.</translation>
    </message>
    <message>
      <source>The project as it was before is kept: “{name}”, in {folder}.</source>
      <translation>Прежний проект сохранён: «{name}», в {folder}.</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Файл</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Новые</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Изменены</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Удалены</translation>
    </message>
    <message>
      <source>As they are here</source>
      <translation>Как здесь</translation>
    </message>
    <message>
      <source>New are finished marks, memos or what else goes with these.</source>
      <translation>Новые — отметки о завершении, заметки и прочее, что к ним относится.</translation>
    </message>
    <message>
      <source>Nothing new: the project is as it was.</source>
      <translation>Ничего нового: проект остался прежним.</translation>
    </message>
    <message>
      <source>1 edit conflict: two people wrote different things, neither saw the other.</source>
      <translation>1 конфликт правок: двое записали разное, не видя друг друга.</translation>
    </message>
    <message>
      <source>{n} edit conflicts: two people wrote different things, neither saw the other.</source>
      <translation>Конфликтов правок: {n}; двое записали разное, не видя друг друга.</translation>
    </message>
    <message>
      <source>To look at</source>
      <translation>Посмотреть</translation>
    </message>
    <message>
      <source>Alike: perhaps one and the same</source>
      <translation>Похожи: возможно, одно и то же</translation>
    </message>
    <message>
      <source>Stands again, though somebody removed it</source>
      <translation>Снова на месте, хотя кто-то удалил</translation>
    </message>
    <message>
      <source>Codes that coders propose</source>
      <translation>Коды, предложенные кодировщиками</translation>
    </message>
    <message>
      <source>Intercoder projects (*{})</source>
      <translation>Проекты Intercoder (*{})</translation>
    </message>
    <message>
      <source>Looking into {}…</source>
      <translation>Просматривается {}…</translation>
    </message>
    <message>
      <source>Merging {}…</source>
      <translation>Объединяется: {}…</translation>
    </message>
    <message>
      <source>Stopped; nothing was changed.</source>
      <translation>Остановлено; ничего не изменилось.</translation>
    </message>
    <message>
      <source>Choose the files again.</source>
      <translation>Выберите файлы ещё раз.</translation>
    </message>
    <message>
      <source>1 coded segment</source>
      <translation>1 закодированный фрагмент</translation>
    </message>
    <message>
      <source>{n} coded segments</source>
      <translation>закодированных фрагментов: {n}</translation>
    </message>
    <message>
      <source>1 document</source>
      <translation>1 документ</translation>
    </message>
    <message>
      <source>{n} documents</source>
      <translation>документов: {n}</translation>
    </message>
    <message>
      <source>1 code</source>
      <translation>1 код</translation>
    </message>
    <message>
      <source>{n} codes</source>
      <translation>кодов: {n}</translation>
    </message>
    <message>
      <source>1 coder</source>
      <translation>1 кодировщик</translation>
    </message>
    <message>
      <source>{n} coders</source>
      <translation>кодировщиков: {n}</translation>
    </message>
    <message>
      <source>This is what {} would bring.</source>
      <translation>Вот что принесёт {}.</translation>
    </message>
    <message>
      <source>Nothing new in {}.</source>
      <translation>Ничего нового: {}.</translation>
    </message>
    <message>
      <source>Merged {}.</source>
      <translation>Объединено: {}.</translation>
    </message>
    <message>
      <source>… and {n} more</source>
      <translation>… и ещё {n}</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>Новый проект</translation>
    </message>
    <message>
      <source>A project is one file. Put it where you would put a manuscript; it can be mailed whole.</source>
      <translation>Проект — это один файл. Храните его там, где хранили бы рукопись; его можно послать целиком.</translation>
    </message>
    <message>
      <source>for instance: Who recruits foreigners?</source>
      <translation>например: Кто вербует иностранцев?</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Папка</translation>
    </message>
    <message>
      <source>none yet</source>
      <translation>пока нет</translation>
    </message>
    <message>
      <source>a file…</source>
      <translation>файл…</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Выбрать…</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Название</translation>
    </message>
    <message>
      <source>Led by</source>
      <translation>Руководитель</translation>
    </message>
    <message>
      <source>Codebook</source>
      <translation>Книга кодов</translation>
    </message>
    <message>
      <source>Folder for the project</source>
      <translation>Папка для проекта</translation>
    </message>
    <message>
      <source>Load a codebook</source>
      <translation>Загрузить книгу кодов</translation>
    </message>
    <message>
      <source>Make the project</source>
      <translation>Создать проект</translation>
    </message>
    <message>
      <source>Codebooks ({kinds})</source>
      <translation>Книги кодов ({kinds})</translation>
    </message>
    <message>
      <source>The title gives the file its name.</source>
      <translation>Название даёт имя файлу.</translation>
    </message>
    <message>
      <source>“{}” is already there; choose another title or folder.</source>
      <translation>«{}» там уже есть; выберите другое название или папку.</translation>
    </message>
    <message>
      <source>Will be saved as {}</source>
      <translation>Будет сохранено как {}</translation>
    </message>
    <message>
      <source>Choose or drop a table (.csv, .tsv, .xlsx) with the coders’ names in the first row. It stays where it is; nothing of it goes into the project.</source>
      <translation>Выберите или перетащите таблицу (.csv, .tsv, .xlsx) с именами кодировщиков в первой строке. Она остаётся на месте; в проект из неё ничего не попадает.</translation>
    </message>
    <message>
      <source>Coefficients</source>
      <translation>Коэффициенты</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Начальное число</translation>
    </message>
    <message>
      <source>A table: a row per unit, a column per coder, empty where a value is missing</source>
      <translation>Таблица: строка на единицу, столбец на кодировщика, пусто, где значения нет</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Таблица</translation>
    </message>
    <message>
      <source>Metric</source>
      <translation>Шкала</translation>
    </message>
    <message>
      <source>Categories: as many as are used</source>
      <translation>Категории: сколько использовано</translation>
    </message>
    <message>
      <source>Categories of the codebook</source>
      <translation>Категорий в книге кодов</translation>
    </message>
    <message>
      <source>How many the codebook has; AC1, AC2, Brennan and Prediger ask for it</source>
      <translation>Сколько их в книге кодов; это нужно для AC1, AC2 и коэффициента Бреннана–Предигера</translation>
    </message>
    <message>
      <source>95 % intervals</source>
      <translation>Интервалы 95 %</translation>
    </message>
    <message>
      <source>The same seed gives the same intervals.</source>
      <translation>Одно начальное число даёт одни и те же интервалы.</translation>
    </message>
    <message>
      <source>Choose a table</source>
      <translation>Выберите таблицу</translation>
    </message>
    <message>
      <source>Bands are conventions of one coefficient; they do not hold for the others.</source>
      <translation>Границы условны и относятся к одному коэффициенту; для других они не годятся.</translation>
    </message>
    <message>
      <source>Export reliability</source>
      <translation>Экспорт надёжности</translation>
    </message>
    <message>
      <source>reliability</source>
      <translation>надёжность</translation>
    </message>
    <message>
      <source>Categories without order (nominal)</source>
      <translation>Категории без порядка (номинальная)</translation>
    </message>
    <message>
      <source>Categories in order (ordinal)</source>
      <translation>Категории по порядку (порядковая)</translation>
    </message>
    <message>
      <source>Numbers (interval)</source>
      <translation>Числа (интервальная)</translation>
    </message>
    <message>
      <source>Numbers with a true zero (ratio)</source>
      <translation>Числа с настоящим нулём (отношений)</translation>
    </message>
    <message>
      <source>Tables (*.csv *.tsv *.xlsx)</source>
      <translation>Таблицы (*.csv *.tsv *.xlsx)</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Все файлы (*)</translation>
    </message>
    <message>
      <source>Workbook (*.xlsx)</source>
      <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Таблица (*.csv)</translation>
    </message>
    <message>
      <source>Units are drawn anew {n} times, as a sample</source>
      <translation>Выборки единиц с возвращением, повторов: {n}</translation>
    </message>
    <message>
      <source>Measuring {}…</source>
      <translation>Измеряется {}…</translation>
    </message>
    <message>
      <source>Measuring {}</source>
      <translation>Измеряется {}</translation>
    </message>
    <message>
      <source>{names}: {counts}</source>
      <translation>{names}: {counts}</translation>
    </message>
    <message>
      <source>1 unit</source>
      <translation>1 единица</translation>
    </message>
    <message>
      <source>{n} units</source>
      <translation>единиц: {n}</translation>
    </message>
    <message>
      <source>1 category</source>
      <translation>1 категория</translation>
    </message>
    <message>
      <source>{n} categories</source>
      <translation>категорий: {n}</translation>
    </message>
    <message>
      <source>Copy as a table	Ctrl+C</source>
      <translation>Копировать как таблицу	Ctrl+C</translation>
    </message>
    <message>
      <source>Intercoder</source>
      <translation>Intercoder</translation>
    </message>
    <message>
      <source>Read, code, and agree, together.</source>
      <translation>Читать, кодировать и согласовывать — вместе.</translation>
    </message>
    <message>
      <source>One file for documents, codebook and coded segments</source>
      <translation>Один файл для документов, книги кодов и закодированных фрагментов</translation>
    </message>
    <message>
      <source>Open a project</source>
      <translation>Открыть проект</translation>
    </message>
    <message>
      <source>Or a coder package that you were sent</source>
      <translation>Или присланный вам пакет кодировщика</translation>
    </message>
    <message>
      <source>Look at the demo</source>
      <translation>Посмотреть пример</translation>
    </message>
    <message>
      <source>An invented study, coded by three people, to try everything on</source>
      <translation>Вымышленное исследование, закодированное тремя людьми: на нём можно всё попробовать</translation>
    </message>
    <message>
      <source>You are</source>
      <translation>Вы</translation>
    </message>
    <message>
      <source>your name, as your team knows it</source>
      <translation>ваше имя, известное группе</translation>
    </message>
    <message>
      <source>A project without documents</source>
      <translation>Проект без документов</translation>
    </message>
    <message>
      <source>This project has no documents yet.</source>
      <translation>В этом проекте пока нет документов.</translation>
    </message>
    <message>
      <source>Word, PDF, web pages, text; or drop files and folders on this window</source>
      <translation>Word, PDF, веб-страницы, текст; или перетащите файлы и папки в это окно</translation>
    </message>
    <message>
      <source>The codebook is there; another file adds to it and changes it</source>
      <translation>Книга кодов есть; другой файл дополняет и изменяет её</translation>
    </message>
    <message>
      <source>Codes with definitions, rules and examples, from a file readable by hand</source>
      <translation>Коды с определениями, правилами и примерами из файла, который можно читать глазами</translation>
    </message>
    <message>
      <source>See a study as it looks when it is coded</source>
      <translation>Исследование, каким оно выглядит после кодирования</translation>
    </message>
    <message>
      <source>Opened before</source>
      <translation>Открытые ранее</translation>
    </message>
    <message>
      <source>{finished} of {all} finished</source>
      <translation>Завершено {finished} из {all}</translation>
    </message>
    <message>
      <source>Who are you here?</source>
      <translation>Кто вы здесь?</translation>
    </message>
    <message>
      <source>nothing coded yet</source>
      <translation>пока ничего не закодировано</translation>
    </message>
    <message>
      <source>somebody else: your name</source>
      <translation>кто-то другой: ваше имя</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ваше имя</translation>
    </message>
    <message>
      <source>I am new here</source>
      <translation>Я здесь впервые</translation>
    </message>
    <message>
      <source>Somebody else</source>
      <translation>Кто-то другой</translation>
    </message>
    <message>
      <source>Only read, change nothing</source>
      <translation>Только читать, ничего не менять</translation>
    </message>
    <message numerus="yes">
      <source>%n coded segments</source>
      <translation>
        <numerusform>%n закодированный фрагмент</numerusform>
        <numerusform>%n закодированных фрагмента</numerusform>
        <numerusform>%n закодированных фрагментов</numerusform>
      </translation>
    </message>
    <message>
      <source>This is {coder}’s package of “{title}”. What is coded in it is {coder}’s work.</source>
      <translation>Это пакет исследования «{title}»; его кодировщик: {coder}. Всё, что в нём кодируется, — работа этого кодировщика.</translation>
    </message>
    <message>
      <source>“{}” keeps apart what each person codes. You are asked this once.</source>
      <translation>«{}» хранит отдельно, что закодировал каждый. Вопрос задаётся один раз.</translation>
    </message>
    <message>
      <source>No document is open.</source>
      <translation>Документ не открыт.</translation>
    </message>
    <message>
      <source>Choose one from the list on the left.</source>
      <translation>Выберите документ в списке слева.</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Страницы</translation>
    </message>
    <message>
      <source>This document is empty.</source>
      <translation>Этот документ пуст.</translation>
    </message>
    <message>
      <source>Only codes for whole documents fit it.</source>
      <translation>К нему подходят только коды для целых документов.</translation>
    </message>
    <message>
      <source>Grow the selection: word, sentence, paragraph</source>
      <translation>Расширить выделение: слово, предложение, абзац</translation>
    </message>
    <message>
      <source>Shrink the selection again</source>
      <translation>Снова сузить выделение</translation>
    </message>
    <message>
      <source>Select the word; once more, the next one too</source>
      <translation>Выделить слово; ещё раз — и следующее</translation>
    </message>
    <message>
      <source>Select the sentence; once more, the next one too</source>
      <translation>Выделить предложение; ещё раз — и следующее</translation>
    </message>
    <message>
      <source>Select the paragraph; once more, the next one too</source>
      <translation>Выделить абзац; ещё раз — и следующий</translation>
    </message>
    <message>
      <source>Choose a code for the selection</source>
      <translation>Выбрать код для выделенного</translation>
    </message>
    <message>
      <source>Name a new code by the selected words</source>
      <translation>Назвать новый код выделенными словами</translation>
    </message>
    <message>
      <source>Go to the next segment</source>
      <translation>Перейти к следующему фрагменту</translation>
    </message>
    <message>
      <source>Go to the segment before</source>
      <translation>Перейти к предыдущему фрагменту</translation>
    </message>
    <message>
      <source>Choose the next overlapping segment</source>
      <translation>Выбрать следующий из пересекающихся фрагментов</translation>
    </message>
    <message>
      <source>Choose the overlapping segment before</source>
      <translation>Выбрать предыдущий из пересекающихся фрагментов</translation>
    </message>
    <message>
      <source>Pick the start of the segment; arrows then move it</source>
      <translation>Взять начало фрагмента; стрелки двигают его</translation>
    </message>
    <message>
      <source>Pick the end of the segment; arrows then move it</source>
      <translation>Взять конец фрагмента; стрелки двигают его</translation>
    </message>
    <message>
      <source>Go to the next paragraph without a segment</source>
      <translation>Перейти к следующему абзацу без фрагментов</translation>
    </message>
    <message>
      <source>Go to the paragraph before without a segment</source>
      <translation>Перейти к предыдущему абзацу без фрагментов</translation>
    </message>
    <message>
      <source>Unit mode: go to the next unit</source>
      <translation>Режим единиц: перейти к следующей единице</translation>
    </message>
    <message>
      <source>Unit mode: go to the unit before</source>
      <translation>Режим единиц: перейти к предыдущей единице</translation>
    </message>
    <message>
      <source>Unit mode: go to the next unit that waits</source>
      <translation>Режим единиц: перейти к следующей единице без ответа</translation>
    </message>
    <message>
      <source>Unit mode: no code applies to this unit</source>
      <translation>Режим единиц: ни один код не подходит к единице</translation>
    </message>
    <message>
      <source>Remove the chosen segment</source>
      <translation>Удалить выбранный фрагмент</translation>
    </message>
    <message>
      <source>Let go of edge, segment and selection</source>
      <translation>Отпустить границу, фрагмент и выделение</translation>
    </message>
    <message>
      <source>No paragraph without a segment follows.</source>
      <translation>Дальше нет абзацев без фрагментов.</translation>
    </message>
    <message>
      <source>No paragraph without a segment stands before.</source>
      <translation>Выше нет абзацев без фрагментов.</translation>
    </message>
    <message>
      <source>This document has no segments yet.</source>
      <translation>В этом документе ещё нет фрагментов.</translation>
    </message>
    <message>
      <source>No segment here.</source>
      <translation>Здесь нет фрагмента.</translation>
    </message>
    <message>
      <source>Choose a segment first, with Tab or by a click on its stripe.</source>
      <translation>Сначала выберите фрагмент: Tab или щелчок по его полосе.</translation>
    </message>
    <message>
      <source>That was the last segment.</source>
      <translation>Это был последний фрагмент.</translation>
    </message>
    <message>
      <source>That was the first segment.</source>
      <translation>Это был первый фрагмент.</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Подробности</translation>
    </message>
    <message>
      <source>Close this message (Esc)</source>
      <translation>Закрыть это сообщение (Esc)</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>Закрыть это сообщение</translation>
    </message>
    <message>
      <source>New code “%1”</source>
      <translation>Новый код «%1»</translation>
    </message>
    <message>
      <source>Pages of the document</source>
      <translation>Страницы документа</translation>
    </message>
    <message>
      <source>Page {page} of {all}</source>
      <translation>Страница {page} из {all}</translation>
    </message>
    <message>
      <source>selected: “{words}”</source>
      <translation>выделено: «{words}»</translation>
    </message>
    <message>
      <source>Code: a few letters of its name</source>
      <translation>Код: несколько букв названия</translation>
    </message>
    <message>
      <source>Find a code</source>
      <translation>Найти код</translation>
    </message>
    <message>
      <source>Codes that fit</source>
      <translation>Подходящие коды</translation>
    </message>
    <message>
      <source>Definition</source>
      <translation>Определение</translation>
    </message>
    <message>
      <source>Enter chooses · Shift+Enter and stays · Ctrl+↓ reads on · Esc closes</source>
      <translation>Enter — выбрать · Shift+Enter — и остаться · Ctrl+↓ — читать дальше · Esc — закрыть</translation>
    </message>
    <message>
      <source>Proposes a code of this name to the lead and codes the passage with it.</source>
      <translation>Предложит руководителю код с этим названием и закодирует им отрывок.</translation>
    </message>
    <message>
      <source>Makes a code of this name and codes the passage with it.</source>
      <translation>Создаёт код с этим названием и кодирует им отрывок.</translation>
    </message>
    <message>
      <source>No codes yet: type a name to make one.</source>
      <translation>Кодов пока нет: введите название, чтобы создать код.</translation>
    </message>
    <message>
      <source>No code fits.</source>
      <translation>Подходящего кода нет.</translation>
    </message>
    <message>
      <source>No definition yet.</source>
      <translation>Определения пока нет.</translation>
    </message>
    <message>
      <source>Include: %1</source>
      <translation>Включать: %1</translation>
    </message>
    <message>
      <source>Exclude: %1</source>
      <translation>Исключать: %1</translation>
    </message>
    <message>
      <source>Examples: %1</source>
      <translation>Примеры: %1</translation>
    </message>
    <message>
      <source>“{}”</source>
      <translation>«{}»</translation>
    </message>
    <message>
      <source>Coding stripes</source>
      <translation>Полосы кодов</translation>
    </message>
    <message>
      <source>This segment is another coder's and stays as it is.</source>
      <translation>Это фрагмент другого кодировщика, он остаётся как есть.</translation>
    </message>
    <message>
      <source>Text of the document</source>
      <translation>Текст документа</translation>
    </message>
    <message>
      <source>The project is only read here: nothing in it changes.</source>
      <translation>Проект здесь только читается: в нём ничего не меняется.</translation>
    </message>
    <message>
      <source>Let the code go on words.</source>
      <translation>Код ставится на слова: отпустите его над ними.</translation>
    </message>
    <message>
      <source>Lost segments</source>
      <translation>Потерянные фрагменты</translation>
    </message>
    <message>
      <source>New version of this document</source>
      <translation>Новая версия этого документа</translation>
    </message>
    <message>
      <source>Put each on the passage that it means now, or remove it.</source>
      <translation>Перенесите каждый на отрывок, к которому он относится теперь, или удалите.</translation>
    </message>
    <message>
      <source>It is the same text; nothing changed.</source>
      <translation>Это тот же текст; ничего не изменилось.</translation>
    </message>
    <message>
      <source>Select the words to correct first.</source>
      <translation>Сначала выделите слова, которые надо исправить.</translation>
    </message>
    <message>
      <source>The words of 1 coded segment are gone from this text.</source>
      <translation>В этом тексте больше нет слов 1 закодированного фрагмента.</translation>
    </message>
    <message numerus="yes">
      <source>The words of %n coded segments are gone from this text.</source>
      <translation>
        <numerusform>В этом тексте больше нет слов %n закодированного фрагмента.</numerusform>
        <numerusform>В этом тексте больше нет слов %n закодированных фрагментов.</numerusform>
        <numerusform>В этом тексте больше нет слов %n закодированных фрагментов.</numerusform>
      </translation>
    </message>
    <message>
      <source>Reading {}</source>
      <translation>Чтение: {}</translation>
    </message>
    <message>
      <source>The new text is there; every coded segment found its words.</source>
      <translation>Новый текст принят; каждый закодированный фрагмент нашёл свои слова.</translation>
    </message>
    <message>
      <source>List them</source>
      <translation>Показать список</translation>
    </message>
    <message>
      <source>Codebook (*.yaml);;Workbook (*.xlsx);;Table of the codes (*.csv);;REFI codebook (*.qdc)</source>
      <translation>Книга кодов (*.yaml);;Книга Excel (*.xlsx);;Таблица кодов (*.csv);;Книга кодов REFI (*.qdc)</translation>
    </message>
    <message>
      <source>Intercoder projects (*.intercoder)</source>
      <translation>Проекты Intercoder (*.intercoder)</translation>
    </message>
    <message>
      <source>A folder for the demo</source>
      <translation>Папка для примера</translation>
    </message>
    <message>
      <source>Building the demo</source>
      <translation>Создаётся пример</translation>
    </message>
    <message>
      <source>Add a folder of sources</source>
      <translation>Добавить папку с источниками</translation>
    </message>
    <message>
      <source>Codebook: {added} added, {changed} changed, {same} as they were.</source>
      <translation>Книга кодов: добавлено {added}, изменено {changed}, без изменений {same}.</translation>
    </message>
    <message>
      <source>Save the codebook</source>
      <translation>Сохранить книгу кодов</translation>
    </message>
    <message>
      <source>A .yaml file holds the whole codebook.</source>
      <translation>Файл .yaml вмещает всю книгу кодов.</translation>
    </message>
    <message>
      <source>Sources ({kinds});;All files (*)</source>
      <translation>Источники ({kinds});;Все файлы (*)</translation>
    </message>
    <message>
      <source>Choose other keys for these codes, or none.</source>
      <translation>Выберите для этих кодов другие клавиши или никаких.</translation>
    </message>
    <message>
      <source>Others coded this document too. Their segments are kept back, so that you code it apart.</source>
      <translation>Этот документ кодировали и другие. Их фрагменты скрыты, чтобы вы кодировали независимо.</translation>
    </message>
    <message>
      <source>Once you have seen them, what you change here no longer counts for agreement.</source>
      <translation>После того как вы их увидите, ваши изменения здесь не войдут в согласованность.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Показать</translation>
    </message>
    <message>
      <source>In the text</source>
      <translation>В тексте</translation>
    </message>
    <message>
      <source>Esc always lets go.</source>
      <translation>Esc всегда снимает выбор.</translation>
    </message>
    <message>
      <source>Letters and digits alone are the keys of codes: hold Ctrl or Alt with it.</source>
      <translation>Одни буквы и цифры — клавиши кодов: нажмите с ней Ctrl или Alt.</translation>
    </message>
    <message>
      <source>{key} is used in every field.</source>
      <translation>{key} нужна в каждом поле.</translation>
    </message>
    <message>
      <source>{key} opens a menu.</source>
      <translation>{key} открывает меню.</translation>
    </message>
    <message>
      <source>{key} moves in the text.</source>
      <translation>{key} двигает по тексту.</translation>
    </message>
    <message>
      <source>{key} does “{what}” already: give that another key first.</source>
      <translation>{key} уже делает «{what}»: сначала дайте этому другую клавишу.</translation>
    </message>
    <message>
      <source>Code the selection, or the chosen segment’s passage, with that key’s code</source>
      <translation>Кодировать выделенное или отрывок выбранного фрагмента кодом этой клавиши</translation>
    </message>
    <message>
      <source>Set the chosen segment’s strength of evidence; 0 takes it away</source>
      <translation>Задать силу доказательств выбранного фрагмента; 0 снимает её</translation>
    </message>
    <message>
      <source>This list</source>
      <translation>Этот список</translation>
    </message>
    <message>
      <source>{work} ({key})</source>
      <translation>{work} ({key})</translation>
    </message>
    <message>
      <source>Light or dark</source>
      <translation>Светлые или тёмные цвета</translation>
    </message>
    <message>
      <source>Who codes</source>
      <translation>Кто кодирует</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Цвета</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Как в системе</translation>
    </message>
    <message>
      <source>Light</source>
      <comment>colours</comment>
      <translation>Светлые</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Тёмные</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Запуск</translation>
    </message>
    <message>
      <source>Something went wrong in the program. What you see in the lists is saved.</source>
      <translation>В программе что-то пошло не так. То, что вы видите в списках, сохранено.</translation>
    </message>
    <message>
      <source>Go on working, or close and open the project. The details help us to mend it.</source>
      <translation>Продолжайте работу или закройте и снова откройте проект. Подробности помогут нам это исправить.</translation>
    </message>
    <message>
      <source>Free software under the MIT licence. Your files stay on your machine.</source>
      <translation>Свободная программа под лицензией MIT. Ваши файлы остаются на вашем компьютере.</translation>
    </message>
    <message>
      <source>The language changes when Intercoder is started next.</source>
      <translation>Язык сменится при следующем запуске Intercoder.</translation>
    </message>
    <message>
      <source>Intercoder {}: read, code, and agree, together.</source>
      <translation>Intercoder {}: читать, кодировать и согласовывать — вместе.</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Высокий контраст</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Читать</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Сравнивать</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>Переменные</translation>
    </message>
    <message>
      <source>Split a code</source>
      <translation>Разделить код</translation>
    </message>
    <message>
      <source>Notebook</source>
      <translation>Журнал заметок</translation>
    </message>
    <message>
      <source>95 % interval from {low} to {high}</source>
      <translation>Интервал 95 %: от {low} до {high}</translation>
    </message>
    <message>
      <source>{a} coded {n} with “{code}”, {b} {m}. Both coded {both} of these.</source>
      <translation>Код «{code}»: {a} — {n}, {b} — {m}. Из них закодировали оба: {both}.</translation>
    </message>
    <message>
      <source>Percent</source>
      <translation>Процент</translation>
    </message>
    <message>
      <source>AC1</source>
      <translation>AC1</translation>
    </message>
    <message>
      <source>Brennan–Prediger</source>
      <translation>Бреннан–Предигер</translation>
    </message>
    <message>
      <source>Fleiss</source>
      <translation>Флейсс</translation>
    </message>
    <message>
      <source>Conger</source>
      <translation>Конгер</translation>
    </message>
    <message>
      <source>Light’s κ</source>
      <translation>κ Лайта</translation>
    </message>
    <message>
      <source>Holsti</source>
      <translation>Холсти</translation>
    </message>
    <message>
      <source>Scott’s π</source>
      <translation>π Скотта</translation>
    </message>
    <message>
      <source>blanks</source>
      <translation>пробелов</translation>
    </message>
    <message>
      <source>headings</source>
      <translation>заголовков</translation>
    </message>
    <message>
      <source>foot- and endnotes</source>
      <translation>сносок и примечаний</translation>
    </message>
    <message>
      <source>as of finishing</source>
      <translation>на момент завершения</translation>
    </message>
    <message>
      <source>as of now</source>
      <translation>на сейчас</translation>
    </message>
    <message>
      <source>codes with their sub-codes</source>
      <translation>коды вместе с подкодами</translation>
    </message>
    <message>
      <source>chosen after results were seen</source>
      <translation>выбрано после просмотра результатов</translation>
    </message>
    <message>
      <source>No code has an alpha yet.</source>
      <translation>Ни у одного кода пока нет альфы.</translation>
    </message>
    <message>
      <source>Alpha {low} on the one code that was used.</source>
      <translation>Альфа {low} по единственному использованному коду.</translation>
    </message>
    <message>
      <source>Alpha from {low} to {high} over {n} codes; with the counts of all added {pooled}.</source>
      <translation>Альфа от {low} до {high}, кодов: {n}; по сумме всех чисел {pooled}.</translation>
    </message>
    <message>
      <source>Neither {a} nor {b} coded anything with “{code}” in these documents.</source>
      <translation>В этих документах ни {a}, ни {b} ничего не закодировали кодом «{code}».</translation>
    </message>
    <message>
      <source>Either of them coded only {n}: too few to tell; one more or less changes every figure here.</source>
      <translation>Каждый закодировал самое большее {n}: слишком мало для вывода; одна единица меняет здесь каждое число.</translation>
    </message>
    <message>
      <source>They never coded the same place with it.</source>
      <translation>Ни разу они не закодировали им одно и то же место.</translation>
    </message>
    <message>
      <source>Percent is high ({percent}) and kappa low ({kappa}) because both left nearly everything uncoded: percent counts that as agreement, kappa does not. Positive agreement ({positive}) is about what was coded.</source>
      <translation>Процент высок ({percent}), а каппа низка ({kappa}), потому что оба почти всё оставили без кода: процент считает это согласием, каппа — нет. Положительная согласованность ({positive}) говорит о закодированном.</translation>
    </message>
    <message>
      <source>{more} uses it more than twice as often as {less}: look whether both read it as wide.</source>
      <translation>{more} использует его более чем вдвое чаще, чем {less}: проверьте, одинаково ли широко оба его понимают.</translation>
    </message>
    <message>
      <source>Alpha has no value: {why}.</source>
      <translation>У альфы нет значения: {why}.</translation>
    </message>
    <message>
      <source>Alpha {alpha}: by Krippendorff’s convention (.80) reliable.</source>
      <translation>Альфа {alpha}: по условной границе Криппендорфа (0,80) надёжно.</translation>
    </message>
    <message>
      <source>Alpha {alpha}: by Krippendorff’s convention (.667 to .80) for tentative conclusions.</source>
      <translation>Альфа {alpha}: по условной границе Криппендорфа (0,667–0,80) годится для предварительных выводов.</translation>
    </message>
    <message>
      <source>Alpha {alpha}: by Krippendorff’s convention (below .667) not yet reliable.</source>
      <translation>Альфа {alpha}: по условной границе Криппендорфа (ниже 0,667) ещё не надёжно.</translation>
    </message>
    <message>
      <source>Alpha {alpha}: less agreement than chance would give.</source>
      <translation>Альфа {alpha}: согласия меньше, чем дал бы случай.</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Оба</translation>
    </message>
    <message>
      <source>Neither</source>
      <translation>Никто</translation>
    </message>
    <message>
      <source>Units that both read and neither coded</source>
      <translation>Единицы, которые оба прочли и никто не закодировал</translation>
    </message>
    <message>
      <source>Positive</source>
      <translation>Положительная</translation>
    </message>
    <message>
      <source>Negative</source>
      <translation>Отрицательная</translation>
    </message>
    <message>
      <source>without {parts}</source>
      <translation>без {parts}</translation>
    </message>
    <message>
      <source>documents that each marked finished</source>
      <translation>документы, завершённые каждым</translation>
    </message>
    <message>
      <source>documents that were assigned</source>
      <translation>назначенные документы</translation>
    </message>
    <message>
      <source>documents in which each coded something</source>
      <translation>документы, где каждый что-то закодировал</translation>
    </message>
    <message>
      <source>all documents</source>
      <translation>все документы</translation>
    </message>
    <message>
      <source>{alpha} (all {n} coders)</source>
      <translation>{alpha} (все кодировщики: {n})</translation>
    </message>
    <message>
      <source>Undefined: {why}.</source>
      <translation>Не определено: {why}.</translation>
    </message>
    <message>
      <source>Alpha, all {n}</source>
      <translation>Альфа, все ({n})</translation>
    </message>
    <message>
      <source>what “{name}” says</source>
      <translation>слов «{name}»</translation>
    </message>
    <message>
      <source>1 sentence</source>
      <translation>1 предложение</translation>
    </message>
    <message>
      <source>{n} sentences</source>
      <translation>предложений: {n}</translation>
    </message>
    <message>
      <source>1 paragraph</source>
      <translation>1 абзац</translation>
    </message>
    <message>
      <source>{n} paragraphs</source>
      <translation>абзацев: {n}</translation>
    </message>
    <message>
      <source>1 character</source>
      <translation>1 знак</translation>
    </message>
    <message>
      <source>{n} characters</source>
      <translation>знаков: {n}</translation>
    </message>
    <message>
      <source>1 word</source>
      <translation>1 слово</translation>
    </message>
    <message>
      <source>{n} words</source>
      <translation>слов: {n}</translation>
    </message>
    <message>
      <source>Units that {a} and {b} both coded</source>
      <translation>Единицы, которые закодировали и {a}, и {b}</translation>
    </message>
    <message>
      <source>Only {name}</source>
      <translation>Только {name}</translation>
    </message>
    <message>
      <source>Units that {a} coded and {b} did not</source>
      <translation>Единицы, которые закодировал(а) {a}, а {b} — нет</translation>
    </message>
    <message>
      <source>round {n}</source>
      <translation>раунд {n}</translation>
    </message>
    <message>
      <source>One code was used by nobody.</source>
      <translation>Один код не использовал никто.</translation>
    </message>
    <message>
      <source>{n} codes were used by nobody.</source>
      <translation>Кодов, которые не использовал никто: {n}.</translation>
    </message>
    <message>
      <source>Units that {name} coded</source>
      <translation>Единицы, которые закодировал(а) {name}</translation>
    </message>
    <message>
      <source>no other code</source>
      <translation>без другого кода</translation>
    </message>
    <message>
      <source>{n} passages that only {a} coded, with “{code}”, and {b} gave no other code</source>
      <translation>Отрывков, которые кодом «{code}» закодировал(а) только {a}, а {b} другого кода не дал(а): {n}</translation>
    </message>
    <message>
      <source>These codes exclude one another. Alpha over the group, of all coders: {alpha}.</source>
      <translation>Эти коды исключают друг друга. Альфа по группе, все кодировщики: {alpha}.</translation>
    </message>
    <message>
      <source>Coder</source>
      <translation>Кодировщик</translation>
    </message>
    <message>
      <source>All codes</source>
      <translation>Все коды</translation>
    </message>
    <message>
      <source>The counts of all codes added</source>
      <translation>Сумма чисел по всем кодам</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Документ</translation>
    </message>
    <message>
      <source>Qualifier</source>
      <translation>Уточнение</translation>
    </message>
    <message>
      <source>{n} times {a} gave “{code}” and {b} “{other}” to words of one passage</source>
      <translation>Сколько раз в одном отрывке {a} дал(а) код «{code}», а {b} — «{other}»: {n}</translation>
    </message>
    <message>
      <source>↕ The same branch of the codebook: one of them coded coarser.</source>
      <translation>↕ Одна ветвь книги кодов: кто-то кодировал крупнее.</translation>
    </message>
    <message>
      <source>Passages that each coded alone with another code: {other} across branches, {coarser} on one branch, where one of them coded coarser (↕).</source>
      <translation>Отрывки, где каждый один дал другой код: между ветвями {other}, в одной ветви {coarser}, где кто-то кодировал крупнее (↕).</translation>
    </message>
    <message>
      <source>none of them</source>
      <translation>ни один из них</translation>
    </message>
    <message>
      <source>several</source>
      <translation>несколько</translation>
    </message>
    <message>
      <source>In the standard</source>
      <translation>В эталоне</translation>
    </message>
    <message>
      <source>Units that the standard coded</source>
      <translation>Единицы, закодированные в эталоне</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Найдено</translation>
    </message>
    <message>
      <source>Units of the standard that the trainee coded too</source>
      <translation>Единицы эталона, которые закодировал и обучаемый</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Пропущено</translation>
    </message>
    <message>
      <source>Units of the standard that the trainee left out</source>
      <translation>Единицы эталона, которые обучаемый пропустил</translation>
    </message>
    <message>
      <source>Extra</source>
      <translation>Лишнее</translation>
    </message>
    <message>
      <source>Units that the trainee alone coded</source>
      <translation>Единицы, которые закодировал только обучаемый</translation>
    </message>
    <message>
      <source>Share found</source>
      <translation>Доля найденного</translation>
    </message>
    <message>
      <source>Found, of what is in the standard</source>
      <translation>Найдено из того, что есть в эталоне</translation>
    </message>
    <message>
      <source>Share right</source>
      <translation>Доля верного</translation>
    </message>
    <message>
      <source>Found, of all that the trainee coded</source>
      <translation>Найдено из всего, что закодировал обучаемый</translation>
    </message>
    <message>
      <source>Passages</source>
      <translation>Отрывки</translation>
    </message>
    <message>
      <source>Passages of one code that match</source>
      <translation>Отрывки одного кода, которые совпадают</translation>
    </message>
    <message>
      <source>Both said</source>
      <translation>Сказали оба</translation>
    </message>
    <message>
      <source>Of these, both said something of it</source>
      <translation>Из них оба что-то сказали об отрывке</translation>
    </message>
    <message>
      <source>Same</source>
      <translation>Одинаково</translation>
    </message>
    <message>
      <source>Both said the same</source>
      <translation>Оба сказали одно и то же</translation>
    </message>
    <message>
      <source>Nominal, ordinal for a scale, interval for numbers</source>
      <translation>Номинальная; порядковая для шкалы; интервальная для чисел</translation>
    </message>
    <message>
      <source>Most often unlike</source>
      <translation>Чаще всего расходятся</translation>
    </message>
    <message>
      <source>Both {n}, only {a} {x}, only {b} {y}, neither {z}</source>
      <translation>Оба {n}, только {a} {x}, только {b} {y}, никто {z}</translation>
    </message>
    <message>
      <source>Alpha {words}</source>
      <translation>Альфа {words}</translation>
    </message>
    <message>
      <source>Kappa {words}</source>
      <translation>Каппа {words}</translation>
    </message>
    <message>
      <source>{a} ↓ {b} →</source>
      <translation>{a} ↓ {b} →</translation>
    </message>
    <message>
      <source>{n} passages that both coded with “{code}”</source>
      <translation>Отрывков, которые оба закодировали кодом «{code}»: {n}</translation>
    </message>
    <message>
      <source>Alpha within each document; small documents give rough figures, and their mean is not the agreement.</source>
      <translation>Альфа внутри каждого документа; малые документы дают грубые числа, и их среднее — не согласованность.</translation>
    </message>
    <message>
      <source>Documents by the week (its Monday) in which the later of the two was done.</source>
      <translation>Документы по неделям (понедельник), когда завершён более поздний из двух.</translation>
    </message>
    <message>
      <source>Documents in parts, from the first that they read to the last.</source>
      <translation>Документы частями, от прочитанных первыми к последним.</translation>
    </message>
    <message>
      <source>Documents by the newest codebook that any of their segments was coded under.</source>
      <translation>Документы по самой новой книге кодов, с которой закодирован хоть один их фрагмент.</translation>
    </message>
    <message>
      <source>A diagnosis of one coder against another’s coding, not the reliability of the study.</source>
      <translation>Проверка одного кодировщика по разметке другого, а не надёжность исследования.</translation>
    </message>
    <message>
      <source>On passages that both gave the same code, of which at least half of what both cover is common to them.</source>
      <translation>По отрывкам, которым оба дали один код и у которых общая хотя бы половина того, что охватили оба.</translation>
    </message>
    <message>
      <source>{n}: {a} “{code}”, {b} “{other}”</source>
      <translation>{n}: {a} «{code}», {b} «{other}»</translation>
    </message>
    <message>
      <source>Nothing is written yet. Space ticks, F2 renames, Enter brings in, Esc gives up.</source>
      <translation>Пока ничего не записано. Пробел отмечает, F2 переименовывает, Enter добавляет, Esc отменяет.</translation>
    </message>
    <message>
      <source>1 is in the project already or looks like what is.</source>
      <translation>1 уже в проекте или похож на то, что в нём есть.</translation>
    </message>
    <message numerus="yes">
      <source>%n are in the project already or look like what is.</source>
      <translation>
        <numerusform>%n уже в проекте или похож на то, что в нём есть.</numerusform>
        <numerusform>%n уже в проекте или похожи на то, что в нём есть.</numerusform>
        <numerusform>%n уже в проекте или похожи на то, что в нём есть.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 file could not be brought in; it stays listed with what to do.</source>
      <translation>1 файл добавить не удалось; он остаётся в списке с указанием, что делать.</translation>
    </message>
    <message numerus="yes">
      <source>%n files could not be brought in; they stay listed with what to do.</source>
      <translation>
        <numerusform>%n файл добавить не удалось; он остаётся в списке с указанием, что делать.</numerusform>
        <numerusform>%n файла добавить не удалось; они остаются в списке с указанием, что делать.</numerusform>
        <numerusform>%n файлов добавить не удалось; они остаются в списке с указанием, что делать.</numerusform>
      </translation>
    </message>
    <message>
      <source>The report holds remarks.</source>
      <translation>В отчёте есть замечания.</translation>
    </message>
    <message>
      <source>Not brought in</source>
      <translation>Не добавлено</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>Замечания</translation>
    </message>
    <message>
      <source>1 source can be brought in.</source>
      <translation>Можно добавить 1 источник.</translation>
    </message>
    <message numerus="yes">
      <source>%n sources can be brought in.</source>
      <translation>
        <numerusform>Можно добавить %n источник.</numerusform>
        <numerusform>Можно добавить %n источника.</numerusform>
        <numerusform>Можно добавить %n источников.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 document added.</source>
      <translation>Добавлен 1 документ.</translation>
    </message>
    <message numerus="yes">
      <source>%n documents added.</source>
      <translation>
        <numerusform>Добавлен %n документ.</numerusform>
        <numerusform>Добавлено %n документа.</numerusform>
        <numerusform>Добавлено %n документов.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 document has a new version.</source>
      <translation>У 1 документа новая версия.</translation>
    </message>
    <message numerus="yes">
      <source>%n documents have a new version.</source>
      <translation>
        <numerusform>Новая версия у %n документа.</numerusform>
        <numerusform>Новая версия у %n документов.</numerusform>
        <numerusform>Новая версия у %n документов.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 coded segment added.</source>
      <translation>Добавлен 1 закодированный фрагмент.</translation>
    </message>
    <message numerus="yes">
      <source>%n coded segments added.</source>
      <translation>
        <numerusform>Добавлен %n закодированный фрагмент.</numerusform>
        <numerusform>Добавлено %n закодированных фрагмента.</numerusform>
        <numerusform>Добавлено %n закодированных фрагментов.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 document was here already.</source>
      <translation>1 документ уже был здесь.</translation>
    </message>
    <message numerus="yes">
      <source>%n documents were here already.</source>
      <translation>
        <numerusform>%n документ уже был здесь.</numerusform>
        <numerusform>%n документа уже были здесь.</numerusform>
        <numerusform>%n документов уже были здесь.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 cannot.</source>
      <translation>Ещё 1 — нельзя.</translation>
    </message>
    <message numerus="yes">
      <source>%n cannot.</source>
      <translation>
        <numerusform>Ещё %n — нельзя.</numerusform>
        <numerusform>Ещё %n — нельзя.</numerusform>
        <numerusform>Ещё %n — нельзя.</numerusform>
      </translation>
    </message>
    <message>
      <source>Key</source>
      <comment>narrow column</comment>
      <translation>Кл.</translation>
    </message>
    <message>
      <source>Here</source>
      <comment>narrow column</comment>
      <translation>Здесь</translation>
    </message>
    <message>
      <source>All</source>
      <comment>narrow column</comment>
      <translation>Всего</translation>
    </message>
    <message>
      <source>removed or kept</source>
      <translation>удалён или оставлен</translation>
    </message>
    <message>
      <source>{about}: a move was set aside, it would have put it under itself</source>
      <translation>{about}: перенос отклонён, иначе код оказался бы сам под собой</translation>
    </message>
    <message>
      <source>{thing} “{name}”</source>
      <translation>{thing} «{name}»</translation>
    </message>
    <message>
      <source>code</source>
      <translation>код</translation>
    </message>
    <message>
      <source>document</source>
      <translation>документ</translation>
    </message>
    <message>
      <source>coded segment</source>
      <translation>закодированный фрагмент</translation>
    </message>
    <message>
      <source>coder</source>
      <translation>кодировщик</translation>
    </message>
    <message>
      <source>qualifier</source>
      <translation>уточнение</translation>
    </message>
    <message>
      <source>variable</source>
      <translation>переменная</translation>
    </message>
    <message>
      <source>memo</source>
      <translation>заметка</translation>
    </message>
    <message>
      <source>study</source>
      <translation>исследование</translation>
    </message>
    <message>
      <source>case</source>
      <translation>случай</translation>
    </message>
    <message>
      <source>set</source>
      <translation>набор</translation>
    </message>
    <message>
      <source>codebook version</source>
      <translation>версия книги кодов</translation>
    </message>
    <message>
      <source>text</source>
      <translation>текст</translation>
    </message>
    <message>
      <source>{about}: {a} removed it, {b} changed it</source>
      <translation>{about}: {a} — удаление, {b} — изменение</translation>
    </message>
    <message>
      <source>place in the tree</source>
      <translation>место в дереве</translation>
    </message>
    <message>
      <source>name</source>
      <translation>название</translation>
    </message>
    <message>
      <source>definition</source>
      <translation>определение</translation>
    </message>
    <message>
      <source>include</source>
      <translation>включать</translation>
    </message>
    <message>
      <source>exclude</source>
      <translation>исключать</translation>
    </message>
    <message>
      <source>examples</source>
      <translation>примеры</translation>
    </message>
    <message>
      <source>colour</source>
      <translation>цвет</translation>
    </message>
    <message>
      <source>key</source>
      <translation>клавиша</translation>
    </message>
    <message>
      <source>scope</source>
      <translation>область</translation>
    </message>
    <message>
      <source>exclusive sub-codes</source>
      <translation>взаимоисключающие подкоды</translation>
    </message>
    <message>
      <source>state</source>
      <translation>состояние</translation>
    </message>
    <message>
      <source>merged into</source>
      <translation>с чем объединён</translation>
    </message>
    <message>
      <source>who or what it is the same as</source>
      <translation>с кем или с чем это одно и то же</translation>
    </message>
    <message>
      <source>passages</source>
      <translation>отрывки</translation>
    </message>
    <message>
      <source>whole documents</source>
      <translation>целые документы</translation>
    </message>
    <message>
      <source>open</source>
      <translation>открыт</translation>
    </message>
    <message>
      <source>retired</source>
      <translation>выведен</translation>
    </message>
    <message>
      <source>proposed</source>
      <translation>предложен</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>да</translation>
    </message>
    <message>
      <source>no</source>
      <translation>нет</translation>
    </message>
    <message>
      <source>Choose its language under “Scanned pages” where Tesseract is installed, or have its text recognised with OCRmyPDF or Acrobat.</source>
      <translation>Выберите язык в «Сканы», если установлен Tesseract, или распознайте текст в OCRmyPDF либо Acrobat.</translation>
    </message>
    <message>
      <source>A study: documents {documents}, codes {codes}, coded segments {codings}.</source>
      <translation>Исследование: документов {documents}, кодов {codes}, закодированных фрагментов {codings}.</translation>
    </message>
    <message>
      <source>Choose another language under “Scanned pages”.</source>
      <translation>Выберите другой язык в «Сканы».</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Название</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Формат</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Кодировка</translation>
    </message>
    <message>
      <source>Characters</source>
      <translation>Знаки</translation>
    </message>
    <message>
      <source>The table of variables has no row for it.</source>
      <translation>В таблице переменных для него нет строки.</translation>
    </message>
    <message>
      <source>It becomes the new version of “{name}”.</source>
      <translation>Станет новой версией документа «{name}».</translation>
    </message>
    <message>
      <source>Its story: “{name}”.</source>
      <translation>Его сюжет: «{name}».</translation>
    </message>
    <message>
      <source>Reading sources</source>
      <translation>Читаются источники</translation>
    </message>
    <message>
      <source>Chance is taken out; where one category is very frequent it is low though most agree.</source>
      <translation>Случай вычтен; если одна категория очень часта, величина низка, хотя большинство согласно.</translation>
    </message>
    <message>
      <source>Percent agreement, mean over units</source>
      <translation>Процент согласия, среднее по единицам</translation>
    </message>
    <message>
      <source>Percent agreement, all pairs together</source>
      <translation>Процент согласия, все пары вместе</translation>
    </message>
    <message>
      <source>Percent of units on which all agree</source>
      <translation>Процент единиц, где согласны все</translation>
    </message>
    <message>
      <source>Percent agreement, weighted by ratings</source>
      <translation>Процент согласия, взвешенный по оценкам</translation>
    </message>
    <message>
      <source>Positive agreement</source>
      <translation>Положительная согласованность</translation>
    </message>
    <message>
      <source>Negative agreement</source>
      <translation>Отрицательная согласованность</translation>
    </message>
    <message>
      <source>Cohen’s kappa</source>
      <translation>Каппа Коэна</translation>
    </message>
    <message>
      <source>Scott’s pi</source>
      <translation>Пи Скотта</translation>
    </message>
    <message>
      <source>Fleiss’ kappa</source>
      <translation>Каппа Флейсса</translation>
    </message>
    <message>
      <source>Light’s kappa</source>
      <translation>Каппа Лайта</translation>
    </message>
    <message>
      <source>Hubert’s kappa</source>
      <translation>Каппа Хьюберта</translation>
    </message>
    <message>
      <source>Conger’s kappa</source>
      <translation>Каппа Конгера</translation>
    </message>
    <message>
      <source>Brennan and Prediger</source>
      <translation>Бреннан и Предигер</translation>
    </message>
    <message>
      <source>Gwet’s AC1</source>
      <translation>AC1 Гвета</translation>
    </message>
    <message>
      <source>Gwet’s AC2, quadratic weights</source>
      <translation>AC2 Гвета, квадратичные веса</translation>
    </message>
    <message>
      <source>Krippendorff’s alpha, nominal</source>
      <translation>Альфа Криппендорфа, номинальная</translation>
    </message>
    <message>
      <source>Krippendorff’s alpha, ordinal</source>
      <translation>Альфа Криппендорфа, порядковая</translation>
    </message>
    <message>
      <source>Krippendorff’s alpha, interval</source>
      <translation>Альфа Криппендорфа, интервальная</translation>
    </message>
    <message>
      <source>Krippendorff’s alpha, ratio</source>
      <translation>Альфа Криппендорфа, отношений</translation>
    </message>
    <message>
      <source>By Krippendorff’s convention less than .667 is not to be relied on.</source>
      <translation>По условной границе Криппендорфа на значения ниже 0,667 полагаться нельзя.</translation>
    </message>
    <message>
      <source>Chance is not taken out: with few categories this is high by itself.</source>
      <translation>Случай не вычтен: при малом числе категорий величина высока сама по себе.</translation>
    </message>
    <message>
      <source>Of what either of the two gave so, the share that both did.</source>
      <translation>Из того, что так назвал хотя бы один из двух, доля названного обоими.</translation>
    </message>
    <message>
      <source>It stays high where one category is very frequent, and asks how many categories there are.</source>
      <translation>Остаётся высоким, если одна категория очень часта; требует знать, сколько категорий.</translation>
    </message>
    <message>
      <source>Below 0: the coders differ more than chance would have it.</source>
      <translation>Ниже 0: кодировщики расходятся больше, чем дал бы случай.</translation>
    </message>
    <message>
      <source>By Krippendorff’s convention .80 and more can be relied on.</source>
      <translation>По условной границе Криппендорфа на 0,80 и выше можно полагаться.</translation>
    </message>
    <message>
      <source>By Krippendorff’s convention .667 to .80 allows tentative conclusions; it is a convention.</source>
      <translation>По условной границе Криппендорфа 0,667–0,80 допускает предварительные выводы; граница условна.</translation>
    </message>
    <message>
      <source>Coefficient</source>
      <translation>Коэффициент</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Значение</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>Интервал 95 %</translation>
    </message>
    <message>
      <source>Standard error</source>
      <translation>Стандартная ошибка</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>Что это говорит</translation>
    </message>
    <message>
      <source>{name} is for two coders; this table has more.</source>
      <translation>{name} — для двух кодировщиков; в этой таблице их больше.</translation>
    </message>
    <message>
      <source>{name} has no value here: {why}.</source>
      <translation>{name} здесь не имеет значения: {why}.</translation>
    </message>
    <message>
      <source>Coded {made}</source>
      <translation>Закодировано: {made}</translation>
    </message>
    <message>
      <source>Coded {made}, changed {changed}</source>
      <translation>Закодировано: {made}, изменено: {changed}</translation>
    </message>
    <message>
      <source>{done} of {all} finished</source>
      <translation>Завершено {done} из {all}</translation>
    </message>
    <message>
      <source>That document was removed.</source>
      <translation>Этот документ удалён.</translation>
    </message>
    <message>
      <source>Ctrl+Z brings it back.</source>
      <translation>Ctrl+Z вернёт его.</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Клавиши</translation>
    </message>
    <message>
      <source>Show the document as its pages</source>
      <translation>Показать документ страницами</translation>
    </message>
    <message>
      <source>Reading the pages</source>
      <translation>Читаются страницы</translation>
    </message>
    <message>
      <source>Drawing a page</source>
      <translation>Рисуется страница</translation>
    </message>
    <message>
      <source>The PDF itself is not in this project.</source>
      <translation>Самого PDF в этом проекте нет.</translation>
    </message>
    <message>
      <source>It was handed out without originals; the text is complete.</source>
      <translation>Пакет выдан без исходных файлов; текст полон.</translation>
    </message>
    <message>
      <source>The segments cannot be shown on these pages.</source>
      <translation>На этих страницах фрагменты показать нельзя.</translation>
    </message>
    <message>
      <source>The text was recognised from pictures or changed since it was imported. Code it as text.</source>
      <translation>Текст распознан с изображений или изменён после импорта. Кодируйте его как текст.</translation>
    </message>
    <message>
      <source>Measuring agreement</source>
      <translation>Измеряется согласованность</translation>
    </message>
    <message>
      <source>Laying out figures</source>
      <translation>Раскладываются числа</translation>
    </message>
    <message>
      <source>Looking for differences</source>
      <translation>Поиск расхождений</translation>
    </message>
    <message>
      <source>Agreement will stand here once two coders have coded the same documents.</source>
      <translation>Согласованность встанет здесь, когда два кодировщика закодируют одни и те же документы.</translation>
    </message>
    <message>
      <source>Choose a code to read what its figures say, and on which passages they differ.</source>
      <translation>Выберите код, чтобы прочесть, что говорят его числа и в каких отрывках кодировщики расходятся.</translation>
    </message>
    <message>
      <source>Here the two do not differ.</source>
      <translation>Здесь двое не расходятся.</translation>
    </message>
    <message>
      <source>All passages that differ</source>
      <translation>Все отрывки с расхождениями</translation>
    </message>
    <message>
      <source>How this round is counted is fixed; done before coding, the page says so.</source>
      <translation>Как считается этот раунд, закреплено; если это сделано до кодирования, страница это скажет.</translation>
    </message>
    <message>
      <source>They coded the same passages with this code, from end to end.</source>
      <translation>Этим кодом они закодировали одни и те же отрывки от начала до конца.</translation>
    </message>
    <message>
      <source>Neither of the two coded anything with this code.</source>
      <translation>Этим кодом никто из двух ничего не закодировал.</translation>
    </message>
    <message>
      <source>No passages stand behind this cell.</source>
      <translation>За этой ячейкой отрывков нет.</translation>
    </message>
    <message>
      <source>{code}: {a} and {b}</source>
      <translation>{code}: {a} и {b}</translation>
    </message>
    <message>
      <source>What there is to see stands in documents that are kept back.</source>
      <translation>Всё, что можно увидеть, — в документах, которые пока скрыты.</translation>
    </message>
    <message>
      <source>Open the agreement first: its passages are walked.</source>
      <translation>Сначала откройте согласованность: обходятся её отрывки.</translation>
    </message>
    <message>
      <source>To the passages that differ	Enter</source>
      <translation>К отрывкам с расхождениями	Enter</translation>
    </message>
    <message>
      <source>{words}, in {where}</source>
      <translation>{words}, {where}</translation>
    </message>
    <message>
      <source>No further passage in this list.</source>
      <translation>В этом списке больше нет отрывков.</translation>
    </message>
    <message>
      <source>Export this…</source>
      <translation>Экспорт…</translation>
    </message>
    <message>
      <source>The codebook will stand here. Load one with File › Load codebook, or add a code with +.</source>
      <translation>Здесь встанет книга кодов. Загрузите её: Файл › Загрузить книгу кодов, или добавьте код кнопкой +.</translation>
    </message>
    <message>
      <source>Filter codes</source>
      <translation>Отбор кодов</translation>
    </message>
    <message>
      <source>New code</source>
      <translation>Новый код</translation>
    </message>
    <message>
      <source>Leave both as they are</source>
      <translation>Оставить оба как есть</translation>
    </message>
    <message>
      <source>Merged “{}”; its segments count as the other code’s. Ctrl+Z takes them apart.</source>
      <translation>Код «{}» объединён; его фрагменты считаются фрагментами другого кода. Ctrl+Z разделит их.</translation>
    </message>
    <message>
      <source>Merge two codes</source>
      <translation>Объединить два кода</translation>
    </message>
    <message>
      <source>Move up	Alt+Up</source>
      <translation>Переместить вверх	Alt+Вверх</translation>
    </message>
    <message>
      <source>Move down	Alt+Down</source>
      <translation>Переместить вниз	Alt+Вниз</translation>
    </message>
    <message>
      <source>Merge into another code…</source>
      <translation>Объединить с другим кодом…</translation>
    </message>
    <message>
      <source>1 segment</source>
      <translation>1 фрагмент</translation>
    </message>
    <message numerus="yes">
      <source>%n segments</source>
      <translation>
        <numerusform>%n фрагмент</numerusform>
        <numerusform>%n фрагмента</numerusform>
        <numerusform>%n фрагментов</numerusform>
      </translation>
    </message>
    <message>
      <source>Remove with 1 sub-code and {}	Delete</source>
      <translation>Удалить вместе с 1 подкодом ({})	Delete</translation>
    </message>
    <message numerus="yes">
      <source>Remove with %n sub-codes and {}	Delete</source>
      <translation>
        <numerusform>Удалить вместе с %n подкодом ({})	Delete</numerusform>
        <numerusform>Удалить вместе с %n подкодами ({})	Delete</numerusform>
        <numerusform>Удалить вместе с %n подкодами ({})	Delete</numerusform>
      </translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Синий</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>Оранжевый</translation>
    </message>
    <message>
      <source>Bluish green</source>
      <translation>Сине-зелёный</translation>
    </message>
    <message>
      <source>Reddish purple</source>
      <translation>Красно-пурпурный</translation>
    </message>
    <message>
      <source>Sky blue</source>
      <translation>Небесно-голубой</translation>
    </message>
    <message>
      <source>Vermilion</source>
      <translation>Киноварь</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>Жёлтый</translation>
    </message>
    <message>
      <source>Indigo</source>
      <translation>Индиго</translation>
    </message>
    <message>
      <source>Cyan</source>
      <translation>Голубой</translation>
    </message>
    <message>
      <source>Teal</source>
      <translation>Бирюзовый</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Зелёный</translation>
    </message>
    <message>
      <source>Olive</source>
      <translation>Оливковый</translation>
    </message>
    <message>
      <source>Sand</source>
      <translation>Песочный</translation>
    </message>
    <message>
      <source>Rose</source>
      <translation>Розовый</translation>
    </message>
    <message>
      <source>Wine</source>
      <translation>Винный</translation>
    </message>
    <message>
      <source>Purple</source>
      <translation>Пурпурный</translation>
    </message>
    <message>
      <source>Removed “{}” with 1 coded segment; Ctrl+Z brings it back.</source>
      <translation>Удалён «{}» с 1 закодированным фрагментом; Ctrl+Z вернёт его.</translation>
    </message>
    <message numerus="yes">
      <source>Removed “{}” with %n coded segments; Ctrl+Z brings it back.</source>
      <translation>
        <numerusform>Удалён «{}» с %n закодированным фрагментом; Ctrl+Z вернёт его.</numerusform>
        <numerusform>Удалён «{}» с %n закодированными фрагментами; Ctrl+Z вернёт его.</numerusform>
        <numerusform>Удалён «{}» с %n закодированными фрагментами; Ctrl+Z вернёт его.</numerusform>
      </translation>
    </message>
    <message>
      <source>Put “{name}” under “{other}”</source>
      <translation>Поместить «{name}» под «{other}»</translation>
    </message>
    <message>
      <source>Merge “{name}” into “{other}”</source>
      <translation>Объединить «{name}» с «{other}»</translation>
    </message>
    <message>
      <source>Code the selection	Enter</source>
      <translation>Кодировать выделенное	Enter</translation>
    </message>
    <message>
      <source>Every passage of it, in all documents</source>
      <translation>Все его отрывки во всех документах</translation>
    </message>
    <message>
      <source>Edit the definition…</source>
      <translation>Изменить определение…</translation>
    </message>
    <message>
      <source>Retire: keep its segments, offer it no more</source>
      <translation>Вывести: фрагменты остаются, но код не предлагается</translation>
    </message>
    <message>
      <source>Count every segment of “{}” as one of</source>
      <translation>Считать каждый фрагмент кода «{}» фрагментом кода</translation>
    </message>
    <message>
      <source>Split: send its segments on…</source>
      <translation>Разделить: раздать его фрагменты…</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Цвет</translation>
    </message>
    <message>
      <source>Take “{}” out of it again</source>
      <translation>Снова отделить от «{}»</translation>
    </message>
    <message>
      <source>Remove with {}	Delete</source>
      <translation>Удалить ({})	Delete</translation>
    </message>
    <message>
      <source>New code {}</source>
      <translation>Новый код {}</translation>
    </message>
    <message>
      <source>Another colour…</source>
      <translation>Другой цвет…</translation>
    </message>
    <message>
      <source>Rename	F2</source>
      <translation>Переименовать	F2</translation>
    </message>
    <message>
      <source>Offer it again</source>
      <translation>Снова предлагать</translation>
    </message>
    <message>
      <source>Add a sub-code</source>
      <translation>Добавить подкод</translation>
    </message>
    <message>
      <source>Okabe and Ito</source>
      <translation>Окабе и Ито</translation>
    </message>
    <message>
      <source>Tol, muted</source>
      <translation>Тол, приглушённые</translation>
    </message>
    <message>
      <source>Filter conflicts</source>
      <translation>Отбор конфликтов</translation>
    </message>
    <message>
      <source>No edit conflicts. They appear after a merge, where two people wrote different things.</source>
      <translation>Конфликтов правок нет. Они появляются после слияния, если двое записали разное.</translation>
    </message>
    <message>
      <source>removed it</source>
      <translation>удаление</translation>
    </message>
    <message>
      <source>(empty)</source>
      <translation>(пусто)</translation>
    </message>
    <message>
      <source>shows now</source>
      <translation>показано сейчас</translation>
    </message>
    <message>
      <source>Use this</source>
      <translation>Принять это</translation>
    </message>
    <message>
      <source>Leave it removed</source>
      <translation>Оставить удалённым</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Оставить</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Что</translation>
    </message>
    <message>
      <source>Differs in</source>
      <translation>В чём</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Кто</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Значения</translation>
    </message>
    <message>
      <source>Show the code</source>
      <translation>Показать код</translation>
    </message>
    <message>
      <source>Show the document</source>
      <translation>Показать документ</translation>
    </message>
    <message>
      <source>&amp;{n}  {act}</source>
      <translation>&amp;{n}  {act}</translation>
    </message>
    <message>
      <source>Settled: {what} of “{name}”.</source>
      <translation>Решено: {what}, «{name}».</translation>
    </message>
    <message>
      <source>1 conflict</source>
      <translation>1 конфликт</translation>
    </message>
    <message>
      <source>{n} conflicts</source>
      <translation>конфликтов: {n}</translation>
    </message>
    <message>
      <source>Definition of the code</source>
      <translation>Определение кода</translation>
    </message>
    <message>
      <source>Edit this code</source>
      <translation>Изменить этот код</translation>
    </message>
    <message>
      <source>Hide its history</source>
      <translation>Скрыть историю</translation>
    </message>
    <message>
      <source>Show its history</source>
      <translation>Показать историю</translation>
    </message>
    <message>
      <source>Stands under</source>
      <translation>Стоит под</translation>
    </message>
    <message>
      <source>Include</source>
      <translation>Включать</translation>
    </message>
    <message>
      <source>Exclude</source>
      <translation>Исключать</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Примеры</translation>
    </message>
    <message>
      <source>Used on</source>
      <translation>Для чего</translation>
    </message>
    <message>
      <source>Its sub-codes exclude each other</source>
      <translation>Его подкоды исключают друг друга</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Состояние</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Клавиша</translation>
    </message>
    <message>
      <source>Merged into</source>
      <translation>Объединён с</translation>
    </message>
    <message>
      <source>One to three letters or digits, typed in a row on a selected passage</source>
      <translation>От одной до трёх букв или цифр, набранных подряд на выделенном отрывке</translation>
    </message>
    <message>
      <source>One example a line</source>
      <translation>По одному примеру на строку</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Сохранить</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>What a code means and when to use it stands here. Choose one among the codes.</source>
      <translation>Здесь стоит, что значит код и когда его применять. Выберите код в списке кодов.</translation>
    </message>
    <message>
      <source>Merged into it</source>
      <translation>Объединены с ним</translation>
    </message>
    <message>
      <source>for whole documents</source>
      <translation>для целых документов</translation>
    </message>
    <message>
      <source>its sub-codes exclude each other</source>
      <translation>подкоды исключают друг друга</translation>
    </message>
    <message>
      <source>Made as “{}”</source>
      <translation>Создан как «{}»</translation>
    </message>
    <message>
      <source>Key {}</source>
      <translation>Клавиша {}</translation>
    </message>
    <message>
      <source>This code has no definition yet.</source>
      <translation>У этого кода пока нет определения.</translation>
    </message>
    <message>
      <source>Put the caret on a coded passage: its codes, qualifiers and memo stand here.

To code, select a passage, then press a code's key, or Enter.</source>
      <translation>Поставьте курсор на закодированный отрывок: здесь встанут его коды, уточнения и заметка.

Чтобы кодировать, выделите отрывок и нажмите клавишу кода или Enter.</translation>
    </message>
    <message>
      <source>Ask the lead about this segment</source>
      <translation>Спросить руководителя об этом фрагменте</translation>
    </message>
    <message>
      <source>Remove this coded segment</source>
      <translation>Удалить этот фрагмент</translation>
    </message>
    <message>
      <source>{coder}, round {round}</source>
      <translation>{coder}, раунд {round}</translation>
    </message>
    <message>
      <source>Memo (Ctrl+M)</source>
      <translation>Заметка (Ctrl+M)</translation>
    </message>
    <message>
      <source>Memo</source>
      <translation>Заметка</translation>
    </message>
    <message>
      <source>only {} changes it</source>
      <translation>изменить может только {}</translation>
    </message>
    <message>
      <source>— none</source>
      <translation>— нет</translation>
    </message>
    <message>
      <source>The document is coded with “{}”.</source>
      <translation>Документ закодирован: «{}».</translation>
    </message>
    <message>
      <source>Taken off the document: “{}”.</source>
      <translation>С документа снят код «{}».</translation>
    </message>
    <message>
      <source>The document is coded with “{}” instead of another.</source>
      <translation>Документ закодирован: «{}» вместо прежнего кода.</translation>
    </message>
    <message>
      <source>Filter documents: words of any column</source>
      <translation>Отбор документов: слова любого столбца</translation>
    </message>
    <message>
      <source>Sets</source>
      <translation>Наборы</translation>
    </message>
    <message>
      <source>Every document will stand here, one row each, its variables to fill in. Ctrl+I adds sources.</source>
      <translation>Здесь будет каждый документ, по строке на каждый, с переменными для заполнения. Ctrl+I добавляет источники.</translation>
    </message>
    <message>
      <source>All documents</source>
      <translation>Все документы</translation>
    </message>
    <message>
      <source>Any variable</source>
      <translation>Любая переменная</translation>
    </message>
    <message>
      <source>Any value</source>
      <translation>Любое значение</translation>
    </message>
    <message numerus="yes">
      <source>Changed %n cells; Ctrl+Z brings back what stood there.</source>
      <translation>
        <numerusform>Изменена %n ячейка; Ctrl+Z вернёт прежнее.</numerusform>
        <numerusform>Изменены %n ячейки; Ctrl+Z вернёт прежнее.</numerusform>
        <numerusform>Изменено %n ячеек; Ctrl+Z вернёт прежнее.</numerusform>
      </translation>
    </message>
    <message>
      <source>New set of the chosen documents…</source>
      <translation>Новый набор из выбранных документов…</translation>
    </message>
    <message>
      <source>New set</source>
      <translation>Новый набор</translation>
    </message>
    <message>
      <source>Name of the set</source>
      <translation>Название набора</translation>
    </message>
    <message>
      <source>Rename the set</source>
      <translation>Переименовать набор</translation>
    </message>
    <message>
      <source>Which set</source>
      <translation>Какой набор</translation>
    </message>
    <message>
      <source>Variable to filter by</source>
      <translation>Переменная для отбора</translation>
    </message>
    <message>
      <source>Value to filter by</source>
      <translation>Значение для отбора</translation>
    </message>
    <message>
      <source>Segments</source>
      <translation>Фрагм.</translation>
    </message>
    <message numerus="yes">
      <source>%n documents</source>
      <translation>
        <numerusform>%n документ</numerusform>
        <numerusform>%n документа</numerusform>
        <numerusform>%n документов</numerusform>
      </translation>
    </message>
    <message>
      <source>Show a column</source>
      <translation>Показать столбец</translation>
    </message>
    <message>
      <source>Put the chosen into</source>
      <translation>Добавить выбранные в</translation>
    </message>
    <message>
      <source>Take the chosen out of</source>
      <translation>Убрать выбранные из</translation>
    </message>
    <message>
      <source>{}: finished, 1 segment</source>
      <translation>{}: завершён, 1 фрагмент</translation>
    </message>
    <message numerus="yes">
      <source>{}: finished, %n segments</source>
      <translation>
        <numerusform>{}: завершён, %n фрагмент</numerusform>
        <numerusform>{}: завершён, %n фрагмента</numerusform>
        <numerusform>{}: завершён, %n фрагментов</numerusform>
      </translation>
    </message>
    <message>
      <source>{}: open, 1 segment</source>
      <translation>{}: открыт, 1 фрагмент</translation>
    </message>
    <message numerus="yes">
      <source>{}: open, %n segments</source>
      <translation>
        <numerusform>{}: открыт, %n фрагмент</numerusform>
        <numerusform>{}: открыт, %n фрагмента</numerusform>
        <numerusform>{}: открыт, %n фрагментов</numerusform>
      </translation>
    </message>
    <message>
      <source>Sort up</source>
      <translation>По возрастанию</translation>
    </message>
    <message>
      <source>Sort down</source>
      <translation>По убыванию</translation>
    </message>
    <message>
      <source>Change this variable…</source>
      <translation>Изменить эту переменную…</translation>
    </message>
    <message>
      <source>{}: not assigned, nothing coded</source>
      <translation>{}: не назначен, ничего не закодировано</translation>
    </message>
    <message>
      <source>Copy the cells	Ctrl+C</source>
      <translation>Копировать ячейки	Ctrl+C</translation>
    </message>
    <message>
      <source>Documents in their order</source>
      <translation>Документы в своём порядке</translation>
    </message>
    <message>
      <source>Paste cells	Ctrl+V</source>
      <translation>Вставить ячейки	Ctrl+V</translation>
    </message>
    <message>
      <source>Hide this column</source>
      <translation>Скрыть этот столбец</translation>
    </message>
    <message>
      <source>Rename the set “{}”…</source>
      <translation>Переименовать набор «{}»…</translation>
    </message>
    <message>
      <source>Remove the set “{}”; its documents stay</source>
      <translation>Удалить набор «{}»; документы останутся</translation>
    </message>
    <message>
      <source>Coded: {coded}
None applies: {none}
Not reached: {open}</source>
      <translation>Закодировано: {coded}
Ни один не подходит: {none}
Ещё не дошли: {open}</translation>
    </message>
    <message>
      <source>Filter documents</source>
      <translation>Отбор документов</translation>
    </message>
    <message>
      <source>The study's sources will stand here. Drop files on the window, or use File › Add sources.</source>
      <translation>Здесь встанут источники исследования. Перетащите файлы в окно или выберите Файл › Добавить источники.</translation>
    </message>
    <message>
      <source>finished by you</source>
      <translation>завершён вами</translation>
    </message>
    <message>
      <source>begun by you</source>
      <translation>начат вами</translation>
    </message>
    <message>
      <source>not begun by you</source>
      <translation>не начат вами</translation>
    </message>
    <message>
      <source>{name}
{length} characters, {state}</source>
      <translation>{name}
Знаков: {length}, {state}</translation>
    </message>
    <message>
      <source>Read	Enter</source>
      <translation>Читать	Enter</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>Единицы</translation>
    </message>
    <message>
      <source>Remove 1 document</source>
      <translation>Удалить 1 документ</translation>
    </message>
    <message numerus="yes">
      <source>Remove %n documents</source>
      <translation>
        <numerusform>Удалить %n документ</numerusform>
        <numerusform>Удалить %n документа</numerusform>
        <numerusform>Удалить %n документов</numerusform>
      </translation>
    </message>
    <message>
      <source>Filter history: words, names</source>
      <translation>Отбор истории: слова, имена</translation>
    </message>
    <message>
      <source>Whose acts</source>
      <translation>Чьи действия</translation>
    </message>
    <message>
      <source>Kind of act</source>
      <translation>Вид действия</translation>
    </message>
    <message>
      <source>Taken back too</source>
      <translation>И отменённые</translation>
    </message>
    <message>
      <source>History</source>
      <translation>История</translation>
    </message>
    <message>
      <source>Every act in this project will stand here: who did what, and when.</source>
      <translation>Здесь встанет каждое действие в проекте: кто что сделал и когда.</translation>
    </message>
    <message>
      <source>Reading the history</source>
      <translation>Читается история</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Все</translation>
    </message>
    <message>
      <source>Every act</source>
      <translation>Все действия</translation>
    </message>
    <message>
      <source>1 act</source>
      <translation>1 действие</translation>
    </message>
    <message>
      <source>{n} acts</source>
      <translation>действий: {n}</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Когда</translation>
    </message>
    <message>
      <source>Show {n} older ones too</source>
      <translation>Показать более ранние: {n}</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>отменено</translation>
    </message>
    <message>
      <source>Key words</source>
      <translation>Ключевые слова</translation>
    </message>
    <message>
      <source>Key-word lists: words that stay marked in every document</source>
      <translation>Списки ключевых слов: слова, отмеченные в каждом документе</translation>
    </message>
    <message>
      <source>Code the hits…</source>
      <translation>Кодировать найденное…</translation>
    </message>
    <message>
      <source>Hits</source>
      <translation>Найденное</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <translation>Ничего не найдено.</translation>
    </message>
    <message>
      <source>nothing found</source>
      <translation>ничего не найдено</translation>
    </message>
    <message>
      <source>{hits} hits in {documents} documents; the first {kept} are listed</source>
      <translation>Совпадений: {hits}, документов: {documents}; показаны первые {kept}</translation>
    </message>
    <message>
      <source>Reading the passages</source>
      <translation>Читаются отрывки</translation>
    </message>
    <message>
      <source>Keep these words as a list…</source>
      <translation>Сохранить эти слова как список…</translation>
    </message>
    <message>
      <source>Edit the lists…</source>
      <translation>Изменить списки…</translation>
    </message>
    <message>
      <source>What is looked for</source>
      <translation>Что искать</translation>
    </message>
    <message>
      <source>Where the words stand</source>
      <translation>Где стоят слова</translation>
    </message>
    <message>
      <source>Order of the hits</source>
      <translation>Порядок найденного</translation>
    </message>
    <message>
      <source>Write what to look for; hits stand here in their context.
a | b finds either; with whole words and word forms, a* stands for the rest of a word.</source>
      <translation>Напишите, что искать; найденное встанет здесь в своём контексте.
a | b находит любое из двух; для целых слов и форм слов a* заменяет конец слова.</translation>
    </message>
    <message>
      <source>{hits} hits in {documents} documents</source>
      <translation>Совпадений: {hits}, документов: {documents}</translation>
    </message>
    <message>
      <source>{name} · {n}</source>
      <translation>{name} · {n}</translation>
    </message>
    <message>
      <source>{name} (1 word)</source>
      <translation>{name} (1 слово)</translation>
    </message>
    <message numerus="yes">
      <source>{name} (%n words)</source>
      <translation>
        <numerusform>{name} (%n слово)</numerusform>
        <numerusform>{name} (%n слова)</numerusform>
        <numerusform>{name} (%n слов)</numerusform>
      </translation>
    </message>
    <message>
      <source>Find the words of</source>
      <translation>Найти слова списка</translation>
    </message>
    <message>
      <source>Go to the passage	Enter</source>
      <translation>Перейти к отрывку	Enter</translation>
    </message>
    <message>
      <source>Looking for “{}”</source>
      <translation>Поиск: «{}»</translation>
    </message>
    <message>
      <source>1 hit in 1 document</source>
      <translation>1 совпадение в 1 документе</translation>
    </message>
    <message>
      <source>{hits} hits in 1 document</source>
      <translation>Совпадений в 1 документе: {hits}</translation>
    </message>
    <message>
      <source>{name} · {shown} of {all}</source>
      <translation>{name} · {shown} из {all}</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Текст</translation>
    </message>
    <message>
      <source>Whole words</source>
      <translation>Целые слова</translation>
    </message>
    <message>
      <source>Word forms</source>
      <translation>Формы слов</translation>
    </message>
    <message>
      <source>Regular expression</source>
      <translation>Регулярное выражение</translation>
    </message>
    <message>
      <source>As a phrase</source>
      <translation>Подряд</translation>
    </message>
    <message>
      <source>In one sentence</source>
      <translation>В одном предложении</translation>
    </message>
    <message>
      <source>In one paragraph</source>
      <translation>В одном абзаце</translation>
    </message>
    <message>
      <source>By document</source>
      <translation>По документам</translation>
    </message>
    <message>
      <source>By the words before</source>
      <translation>По словам до</translation>
    </message>
    <message>
      <source>By the words after</source>
      <translation>По словам после</translation>
    </message>
    <message>
      <source>Looking: document {done} of {all}</source>
      <translation>Поиск: документ {done} из {all}</translation>
    </message>
    <message>
      <source>Filter: what it does, or a key</source>
      <translation>Отбор: что делает, или клавиша</translation>
    </message>
    <message>
      <source>New key</source>
      <translation>Новая клавиша</translation>
    </message>
    <message>
      <source>Press the new key; Esc leaves it as it is</source>
      <translation>Нажмите новую клавишу; Esc оставит всё как есть</translation>
    </message>
    <message>
      <source>Change (Enter)</source>
      <translation>Изменить (Enter)</translation>
    </message>
    <message>
      <source>One more</source>
      <translation>Ещё одну</translation>
    </message>
    <message>
      <source>Take away (Delete)</source>
      <translation>Убрать (Delete)</translation>
    </message>
    <message>
      <source>All keys are as at first.</source>
      <translation>Все клавиши снова исходные.</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>Что делает</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Где</translation>
    </message>
    <message>
      <source>At first</source>
      <translation>Исходно</translation>
    </message>
    <message>
      <source>As at first</source>
      <translation>Вернуть исходные</translation>
    </message>
    <message>
      <source>All as at first</source>
      <translation>Вернуть все</translation>
    </message>
    <message>
      <source>It has no key now.</source>
      <translation>Теперь у него нет клавиши.</translation>
    </message>
    <message>
      <source>A key for “{what}”</source>
      <translation>Клавиша для «{what}»</translation>
    </message>
    <message>
      <source>{key} does it now.</source>
      <translation>Теперь это делает {key}.</translation>
    </message>
    <message>
      <source>Filter: words, code, coder</source>
      <translation>Отбор: слова, код, кодировщик</translation>
    </message>
    <message>
      <source>Put on the selected passage</source>
      <translation>Перенести на выделенный отрывок</translation>
    </message>
    <message>
      <source>Select the passage in the text that this segment means now (Enter)</source>
      <translation>Выделите в тексте отрывок, к которому фрагмент относится теперь (Enter)</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Удалить</translation>
    </message>
    <message>
      <source>Nothing in the new text stands for it (Delete)</source>
      <translation>В новом тексте ему ничего не соответствует (Delete)</translation>
    </message>
    <message>
      <source>Coded segments whose words are gone</source>
      <translation>Закодированные фрагменты, чьи слова исчезли</translation>
    </message>
    <message>
      <source>Where a later text of a document has no words for a coded segment, the segment will stand here.</source>
      <translation>Если в новом тексте документа нет слов закодированного фрагмента, фрагмент встанет здесь.</translation>
    </message>
    <message>
      <source>The words that are gone</source>
      <translation>Исчезнувшие слова</translation>
    </message>
    <message>
      <source>Removed; Ctrl+Z brings it back.</source>
      <translation>Удалено; Ctrl+Z вернёт.</translation>
    </message>
    <message>
      <source>It stands on the new passage; Ctrl+Z takes that back.</source>
      <translation>Фрагмент стоит на новом отрывке; Ctrl+Z отменит это.</translation>
    </message>
    <message>
      <source>Select in “{}” the passage that it means now.</source>
      <translation>Выделите в «{}» отрывок, к которому он относится теперь.</translation>
    </message>
    <message>
      <source>The study</source>
      <translation>Исследование</translation>
    </message>
    <message>
      <source>Coded segments</source>
      <translation>Закодированные фрагменты</translation>
    </message>
    <message>
      <source>Coders</source>
      <translation>Кодировщики</translation>
    </message>
    <message>
      <source>Filter memos: words, names</source>
      <translation>Отбор заметок: слова, имена</translation>
    </message>
    <message>
      <source>What they are on</source>
      <translation>К чему относятся</translation>
    </message>
    <message>
      <source>Who wrote them</source>
      <translation>Кто написал</translation>
    </message>
    <message>
      <source>On everything</source>
      <translation>Обо всём</translation>
    </message>
    <message>
      <source>New memo</source>
      <translation>Новая заметка</translation>
    </message>
    <message>
      <source>Memos</source>
      <translation>Заметки</translation>
    </message>
    <message>
      <source>Memos will stand here: on the study, its documents, codes, segments and coders. Ctrl+Shift+M writes one on what is in focus.</source>
      <translation>Здесь встанут заметки: об исследовании, документах, кодах, фрагментах и кодировщиках. Ctrl+Shift+M — заметка о том, что выбрано.</translation>
    </message>
    <message>
      <source>The memo</source>
      <translation>Текст заметки</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Изменить</translation>
    </message>
    <message>
      <source>By everybody</source>
      <translation>Все авторы</translation>
    </message>
    <message>
      <source>The memo that you choose stands here. Its links lead to what they quote.</source>
      <translation>Здесь встанет выбранная заметка. Её ссылки ведут к тому, что они цитируют.</translation>
    </message>
    <message>
      <source>(no longer in this project)</source>
      <translation>(больше нет в проекте)</translation>
    </message>
    <message>
      <source>On the study</source>
      <translation>Об исследовании</translation>
    </message>
    <message>
      <source>On the document “{}”</source>
      <translation>О документе «{}»</translation>
    </message>
    <message>
      <source>On the code “{}”</source>
      <translation>О коде «{}»</translation>
    </message>
    <message>
      <source>On the segment {}</source>
      <translation>О фрагменте {}</translation>
    </message>
    <message>
      <source>On the coder {}</source>
      <translation>О кодировщике {}</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Написано</translation>
    </message>
    <message>
      <source>On</source>
      <translation>О чём</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Кто</translation>
    </message>
    <message>
      <source>1 memo</source>
      <translation>1 заметка</translation>
    </message>
    <message numerus="yes">
      <source>%n memos</source>
      <translation>
        <numerusform>%n заметка</numerusform>
        <numerusform>%n заметки</numerusform>
        <numerusform>%n заметок</numerusform>
      </translation>
    </message>
    <message>
      <source>Removed the memo; Ctrl+Z brings it back.</source>
      <translation>Заметка удалена; Ctrl+Z вернёт её.</translation>
    </message>
    <message>
      <source>Show what it is on	Enter</source>
      <translation>Показать, о чём она	Enter</translation>
    </message>
    <message>
      <source>Change	F2</source>
      <translation>Изменить	F2</translation>
    </message>
    <message>
      <source>Remove	Delete</source>
      <translation>Удалить	Delete</translation>
    </message>
    <message>
      <source>Qualifiers of coded segments</source>
      <translation>Уточнения закодированных фрагментов</translation>
    </message>
    <message>
      <source>Qualifiers say more of a segment: strength of evidence, date of the event. Add one with +. The values of the first scale are set by the digits.</source>
      <translation>Уточнения говорят о фрагменте больше: сила доказательств, дата события. Добавьте уточнение кнопкой +. Значения первой шкалы задаются цифрами.</translation>
    </message>
    <message>
      <source>Add a qualifier</source>
      <translation>Добавить уточнение</translation>
    </message>
    <message>
      <source>Remove this qualifier (Delete)</source>
      <translation>Удалить это уточнение (Delete)</translation>
    </message>
    <message>
      <source>New qualifier</source>
      <translation>Новое уточнение</translation>
    </message>
    <message>
      <source>New qualifier {}</source>
      <translation>Новое уточнение {}</translation>
    </message>
    <message>
      <source>Removed the qualifier and what it says of 1 segment; Ctrl+Z brings it back.</source>
      <translation>Удалено уточнение и сказанное им о 1 фрагменте; Ctrl+Z вернёт.</translation>
    </message>
    <message numerus="yes">
      <source>Removed the qualifier and what it says of %n segments; Ctrl+Z brings it back.</source>
      <translation>
        <numerusform>Удалено уточнение и сказанное им о %n фрагменте; Ctrl+Z вернёт.</numerusform>
        <numerusform>Удалено уточнение и сказанное им о %n фрагментах; Ctrl+Z вернёт.</numerusform>
        <numerusform>Удалено уточнение и сказанное им о %n фрагментах; Ctrl+Z вернёт.</numerusform>
      </translation>
    </message>
    <message>
      <source>scale</source>
      <translation>шкала</translation>
    </message>
    <message>
      <source>choice</source>
      <translation>выбор</translation>
    </message>
    <message>
      <source>number</source>
      <translation>число</translation>
    </message>
    <message>
      <source>date</source>
      <translation>дата</translation>
    </message>
    <message>
      <source>Said of 1 segment</source>
      <translation>Сказано о 1 фрагменте</translation>
    </message>
    <message numerus="yes">
      <source>Said of %n segments</source>
      <translation>
        <numerusform>Сказано о %n фрагменте</numerusform>
        <numerusform>Сказано о %n фрагментах</numerusform>
        <numerusform>Сказано о %n фрагментах</numerusform>
      </translation>
    </message>
    <message>
      <source>Look at other coders’ segments there (menu View) to read it; this is noted.</source>
      <translation>Чтобы прочесть это, откройте там фрагменты других кодировщиков (меню «Вид»); это записывается.</translation>
    </message>
    <message>
      <source>The lead’s answer will stand here.</source>
      <translation>Здесь встанет ответ руководителя.</translation>
    </message>
    <message>
      <source>Your answer; who asked gets it with your next file.</source>
      <translation>Ваш ответ; тот, кто спросил, получит его с вашим следующим файлом.</translation>
    </message>
    <message>
      <source>Filter questions: words, names</source>
      <translation>Отбор вопросов: слова, имена</translation>
    </message>
    <message>
      <source>Which questions</source>
      <translation>Какие вопросы</translation>
    </message>
    <message>
      <source>All questions</source>
      <translation>Все вопросы</translation>
    </message>
    <message>
      <source>Open ones</source>
      <translation>Открытые</translation>
    </message>
    <message>
      <source>Answered ones</source>
      <translation>С ответом</translation>
    </message>
    <message>
      <source>Passages marked “ask the lead” will stand here. Ctrl+Shift+H marks the passage in hand.</source>
      <translation>Здесь встанут отрывки, о которых спрашивают руководителя. Ctrl+Shift+H отмечает текущий отрывок.</translation>
    </message>
    <message>
      <source>What is to be asked? It may stay without words.</source>
      <translation>О чём спросить? Можно оставить и без слов.</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Вопрос</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Ответ</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>Открыть снова</translation>
    </message>
    <message>
      <source>Take the answer away</source>
      <translation>Убрать ответ</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Забрать</translation>
    </message>
    <message>
      <source>1 more question is about a document on which you still work apart from the others.</source>
      <translation>Ещё 1 вопрос — о документе, над которым вы пока работаете отдельно от других.</translation>
    </message>
    <message numerus="yes">
      <source>%n more questions are about documents on which you still work apart from the others.</source>
      <translation>
        <numerusform>Ещё %n вопрос — о документах, над которыми вы пока работаете отдельно от других.</numerusform>
        <numerusform>Ещё %n вопроса — о документах, над которыми вы пока работаете отдельно от других.</numerusform>
        <numerusform>Ещё %n вопросов — о документах, над которыми вы пока работаете отдельно от других.</numerusform>
      </translation>
    </message>
    <message>
      <source>Passage</source>
      <translation>Отрывок</translation>
    </message>
    <message>
      <source>Asked by</source>
      <translation>Кто спрашивает</translation>
    </message>
    <message>
      <source>The question is written.</source>
      <translation>Вопрос записан.</translation>
    </message>
    <message>
      <source>The question is open again.</source>
      <translation>Вопрос снова открыт.</translation>
    </message>
    <message>
      <source>Took the question back; Ctrl+Z brings it back.</source>
      <translation>Вопрос снят; Ctrl+Z вернёт его.</translation>
    </message>
    <message>
      <source>answered</source>
      <translation>отвечено</translation>
    </message>
    <message>
      <source>answered by {}</source>
      <translation>ответ: {}</translation>
    </message>
    <message>
      <source>Answered; {} gets it with your next file.</source>
      <translation>Ответ записан; {} получит его с вашим следующим файлом.</translation>
    </message>
    <message>
      <source>Show the passage	Enter</source>
      <translation>Показать отрывок	Enter</translation>
    </message>
    <message>
      <source>Take back	Delete</source>
      <translation>Забрать	Delete</translation>
    </message>
    <message>
      <source>Filter segments: words, code, coder</source>
      <translation>Отбор фрагментов: слова, код, кодировщик</translation>
    </message>
    <message>
      <source>Which documents</source>
      <translation>Какие документы</translation>
    </message>
    <message>
      <source>This document</source>
      <translation>Этот документ</translation>
    </message>
    <message>
      <source>Coded segments will stand here, one line each. Select a passage and press a code’s key, or Enter.</source>
      <translation>Здесь будут закодированные фрагменты, по строке на каждый. Выделите отрывок и нажмите клавишу кода или Enter.</translation>
    </message>
    <message>
      <source>Show in the text	Enter</source>
      <translation>Показать в тексте	Enter</translation>
    </message>
    <message>
      <source>Remove 1 coded segment</source>
      <translation>Удалить 1 закодированный фрагмент</translation>
    </message>
    <message numerus="yes">
      <source>Remove %n coded segments</source>
      <translation>
        <numerusform>Удалить %n закодированный фрагмент</numerusform>
        <numerusform>Удалить %n закодированных фрагмента</numerusform>
        <numerusform>Удалить %n закодированных фрагментов</numerusform>
      </translation>
    </message>
    <message>
      <source>All documents: “{}”</source>
      <translation>Все документы: «{}»</translation>
    </message>
    <message>
      <source>(whole document)</source>
      <translation>(весь документ)</translation>
    </message>
    <message>
      <source>Only their coders change these segments</source>
      <translation>Эти фрагменты меняют только их кодировщики</translation>
    </message>
    <message>
      <source>New sub-code</source>
      <translation>Новый подкод</translation>
    </message>
    <message>
      <source>Your segments of the code</source>
      <translation>Ваши фрагменты этого кода</translation>
    </message>
    <message>
      <source>None of your segments is left here.</source>
      <translation>Ваших фрагментов здесь больше нет.</translation>
    </message>
    <message>
      <source>Choose a code in the tree, and “Split” in its menu.</source>
      <translation>Выберите код в дереве и «Разделить» в его меню.</translation>
    </message>
    <message>
      <source>It has no sub-codes yet: add them first.</source>
      <translation>У него ещё нет подкодов: сначала добавьте их.</translation>
    </message>
    <message>
      <source>1 segment of another coder stays; only its coder sends it on.</source>
      <translation>1 фрагмент другого кодировщика остаётся; передать его может только он сам.</translation>
    </message>
    <message numerus="yes">
      <source>%n segments of other coders stay; only their coders send them on.</source>
      <translation>
        <numerusform>%n фрагмент других кодировщиков остаётся; передать его могут только они сами.</numerusform>
        <numerusform>%n фрагмента других кодировщиков остаются; передать их могут только они сами.</numerusform>
        <numerusform>%n фрагментов других кодировщиков остаются; передать их могут только они сами.</numerusform>
      </translation>
    </message>
    <message>
      <source>“{}”: no segment is left to send on.</source>
      <translation>«{}»: раздавать больше нечего.</translation>
    </message>
    <message>
      <source>“{}”: 1 segment of yours. A key sends it on, Space leaves it.</source>
      <translation>«{}»: 1 ваш фрагмент. Клавиша передаёт его дальше, Пробел оставляет.</translation>
    </message>
    <message numerus="yes">
      <source>“{}”: %n segments of yours. A key sends one on, Space leaves it.</source>
      <translation>
        <numerusform>«{}»: %n ваш фрагмент. Клавиша передаёт его дальше, Пробел оставляет.</numerusform>
        <numerusform>«{}»: %n ваших фрагмента. Клавиша передаёт фрагмент дальше, Пробел оставляет.</numerusform>
        <numerusform>«{}»: %n ваших фрагментов. Клавиша передаёт фрагмент дальше, Пробел оставляет.</numerusform>
      </translation>
    </message>
    <message>
      <source>Added “{}”; F2 in the code tree names it.</source>
      <translation>Добавлен «{}»; F2 в дереве кодов даёт ему название.</translation>
    </message>
    <message>
      <source>No sub-code has the key “{}”.</source>
      <translation>Ни у одного подкода нет клавиши «{}».</translation>
    </message>
    <message>
      <source>Units will stand here: passages that every coder answers one by one. Cut makes them.</source>
      <translation>Здесь встанут единицы: отрывки, на которые каждый кодировщик отвечает по одному. Их создаёт «Разрезать».</translation>
    </message>
    <message>
      <source>The lead has marked no units in this document.</source>
      <translation>В этом документе руководитель не задал единиц.</translation>
    </message>
    <message>
      <source>They stood on words that a newer text of the document has not.</source>
      <translation>Они стояли на словах, которых в новом тексте документа нет.</translation>
    </message>
    <message>
      <source>Filter units: words, codes, answers</source>
      <translation>Отбор единиц: слова, коды, ответы</translation>
    </message>
    <message>
      <source>Layer of units</source>
      <translation>Слой единиц</translation>
    </message>
    <message>
      <source>Layer of units; type a name to mark units of another layer beside these</source>
      <translation>Слой единиц; введите название, чтобы задать единицы другого слоя рядом с этими</translation>
    </message>
    <message>
      <source>Make every paragraph or sentence a unit</source>
      <translation>Сделать единицей каждый абзац или каждое предложение</translation>
    </message>
    <message>
      <source>Mark the selection</source>
      <translation>Отметить выделенное</translation>
    </message>
    <message>
      <source>Make the selected passage one unit; the units beside it lose what it takes</source>
      <translation>Сделать выделенный отрывок одной единицей; соседние единицы уступят ему место</translation>
    </message>
    <message>
      <source>More that can be done with units</source>
      <translation>Что ещё можно сделать с единицами</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Ещё</translation>
    </message>
    <message>
      <source>Units of the document</source>
      <translation>Единицы документа</translation>
    </message>
    <message>
      <source>1 without its words</source>
      <translation>1 без своих слов</translation>
    </message>
    <message numerus="yes">
      <source>%n without their words</source>
      <translation>
        <numerusform>%n без своих слов</numerusform>
        <numerusform>%n без своих слов</numerusform>
        <numerusform>%n без своих слов</numerusform>
      </translation>
    </message>
    <message>
      <source>coded</source>
      <translation>закодировано</translation>
    </message>
    <message>
      <source>none applies</source>
      <translation>ни один не подходит</translation>
    </message>
    <message>
      <source>not reached</source>
      <translation>ещё не дошли</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>Разрезать</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Единица</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Слова</translation>
    </message>
    <message>
      <source>This document by paragraph</source>
      <translation>Этот документ по абзацам</translation>
    </message>
    <message>
      <source>This document by sentence</source>
      <translation>Этот документ по предложениям</translation>
    </message>
    <message>
      <source>The selection by sentence</source>
      <translation>Выделенное по предложениям</translation>
    </message>
    <message>
      <source>The documents chosen in the list, by paragraph</source>
      <translation>Выбранные в списке документы по абзацам</translation>
    </message>
    <message>
      <source>The documents chosen in the list, by sentence</source>
      <translation>Выбранные в списке документы по предложениям</translation>
    </message>
    <message>
      <source>All documents by paragraph</source>
      <translation>Все документы по абзацам</translation>
    </message>
    <message>
      <source>All documents by sentence</source>
      <translation>Все документы по предложениям</translation>
    </message>
    <message>
      <source>The layer has its new name.</source>
      <translation>У слоя новое название.</translation>
    </message>
    <message>
      <source>Go there	Enter</source>
      <translation>Перейти туда	Enter</translation>
    </message>
    <message>
      <source>(no name)</source>
      <translation>(без названия)</translation>
    </message>
    <message>
      <source>Give it the selected passage</source>
      <translation>Отдать ей выделенный отрывок</translation>
    </message>
    <message>
      <source>Remove those whose words are gone</source>
      <translation>Удалить те, слов которых больше нет</translation>
    </message>
    <message>
      <source>Rename the layer to “{}”</source>
      <translation>Переименовать слой в «{}»</translation>
    </message>
    <message>
      <source>Remove all of this document</source>
      <translation>Удалить все в этом документе</translation>
    </message>
    <message>
      <source>Variables of documents</source>
      <translation>Переменные документов</translation>
    </message>
    <message>
      <source>Variables say what a document is: its date, its region, its kind. Add one with +.</source>
      <translation>Переменные говорят, что такое документ: его дата, регион, вид. Добавьте переменную кнопкой +.</translation>
    </message>
    <message>
      <source>Add a variable</source>
      <translation>Добавить переменную</translation>
    </message>
    <message>
      <source>Remove this variable (Delete)</source>
      <translation>Удалить эту переменную (Delete)</translation>
    </message>
    <message>
      <source>New variable</source>
      <translation>Новая переменная</translation>
    </message>
    <message>
      <source>New variable {}</source>
      <translation>Новая переменная {}</translation>
    </message>
    <message>
      <source>Removed the variable with its value in 1 document; Ctrl+Z brings it back.</source>
      <translation>Удалена переменная и её значение в 1 документе; Ctrl+Z вернёт её.</translation>
    </message>
    <message numerus="yes">
      <source>Removed the variable with its values in %n documents; Ctrl+Z brings it back.</source>
      <translation>
        <numerusform>Удалена переменная и её значения в %n документе; Ctrl+Z вернёт её.</numerusform>
        <numerusform>Удалена переменная и её значения в %n документах; Ctrl+Z вернёт её.</numerusform>
        <numerusform>Удалена переменная и её значения в %n документах; Ctrl+Z вернёт её.</numerusform>
      </translation>
    </message>
    <message>
      <source>yes or no</source>
      <translation>да или нет</translation>
    </message>
    <message>
      <source>Filled in for 1 document</source>
      <translation>Заполнена в 1 документе</translation>
    </message>
    <message numerus="yes">
      <source>Filled in for %n documents</source>
      <translation>
        <numerusform>Заполнена в %n документе</numerusform>
        <numerusform>Заполнена в %n документах</numerusform>
        <numerusform>Заполнена в %n документах</numerusform>
      </translation>
    </message>
    <message>
      <source>Panes</source>
      <translation>Панели</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Копировать</translation>
    </message>
    <message>
      <source>Code…</source>
      <translation>Кодировать…</translation>
    </message>
    <message>
      <source>Ask the lead</source>
      <translation>Спросить руководителя</translation>
    </message>
    <message>
      <source>Segments here</source>
      <translation>Фрагменты здесь</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Выбрать</translation>
    </message>
    <message>
      <source>Go</source>
      <translation>Перейти</translation>
    </message>
    <message numerus="yes">
      <source>Finished; %n units were not reached.</source>
      <translation>
        <numerusform>Завершён; до %n единицы не дошли.</numerusform>
        <numerusform>Завершён; до %n единиц не дошли.</numerusform>
        <numerusform>Завершён; до %n единиц не дошли.</numerusform>
      </translation>
    </message>
    <message>
      <source>Coded with “{code}” instead of {others}.</source>
      <translation>Закодировано: «{code}» вместо {others}.</translation>
    </message>
    <message>
      <source>Coded with “{}”.</source>
      <translation>Закодировано: «{}».</translation>
    </message>
    <message>
      <source>“{}” stands there already.</source>
      <translation>«{}» здесь уже есть.</translation>
    </message>
    <message>
      <source>Finished.</source>
      <translation>Завершён.</translation>
    </message>
    <message>
      <source>Finished; 1 unit was not reached.</source>
      <translation>Завершён; до 1 единицы не дошли.</translation>
    </message>
    <message>
      <source>Open a document first.</source>
      <translation>Сначала откройте документ.</translation>
    </message>
    <message>
      <source>Nothing is selected: select a passage first.</source>
      <translation>Ничего не выделено: сначала выделите отрывок.</translation>
    </message>
    <message>
      <source>Proposed “{}” and coded with it.</source>
      <translation>Предложен код «{}», отрывок им закодирован.</translation>
    </message>
    <message>
      <source>Coded with the new code “{}”.</source>
      <translation>Закодировано новым кодом «{}».</translation>
    </message>
    <message>
      <source>No code was used yet in this sitting.</source>
      <translation>В этом сеансе ещё не применён ни один код.</translation>
    </message>
    <message>
      <source>Select a passage first: Ctrl+1 the word, Ctrl+2 the sentence.</source>
      <translation>Сначала выделите отрывок: Ctrl+1 — слово, Ctrl+2 — предложение.</translation>
    </message>
    <message>
      <source>Choose a segment first: Tab walks them.</source>
      <translation>Сначала выберите фрагмент: Tab обходит их.</translation>
    </message>
    <message>
      <source>The ends are moved; {others} gave way there.</source>
      <translation>Границы передвинуты; там уступили место: {others}.</translation>
    </message>
    <message>
      <source>The codebook has no scale that digits could set.</source>
      <translation>В книге кодов нет шкалы, которую задают цифры.</translation>
    </message>
    <message>
      <source>Open again.</source>
      <translation>Снова открыт.</translation>
    </message>
    <message>
      <source>Nothing is selected: select a passage, or choose a segment, then “{}”.</source>
      <translation>Ничего не выделено: выделите отрывок или выберите фрагмент, потом «{}».</translation>
    </message>
    <message>
      <source>“{name}” has 1 value.</source>
      <translation>У «{name}» 1 значение.</translation>
    </message>
    <message numerus="yes">
      <source>“{name}” has %n values.</source>
      <translation>
        <numerusform>У «{name}» %n значение.</numerusform>
        <numerusform>У «{name}» %n значения.</numerusform>
        <numerusform>У «{name}» %n значений.</numerusform>
      </translation>
    </message>
    <message>
      <source>{typed} … then {codes} (Esc: none)</source>
      <translation>{typed} … затем {codes} (Esc — ничего)</translation>
    </message>
    <message>
      <source>Removed “{}”; Ctrl+Z brings it back.</source>
      <translation>Удалено: «{}»; Ctrl+Z вернёт.</translation>
    </message>
    <message>
      <source>Choose a segment first: digits set its “{}”.</source>
      <translation>Сначала выберите фрагмент: цифры задают «{}».</translation>
    </message>
    <message>
      <source>No code has the key “{}”.</source>
      <translation>Ни у одного кода нет клавиши «{}».</translation>
    </message>
    <message>
      <source>Code as</source>
      <translation>Кодировать как</translation>
    </message>
    <message>
      <source>This is another coder’s segment. “New memo” in the menu Document writes one on it.</source>
      <translation>Это фрагмент другого кодировщика. Заметку к нему пишет «Новая заметка» в меню «Документ».</translation>
    </message>
    <message>
      <source>In a coder package the codebook is the lead’s. A code that you propose can be changed.</source>
      <translation>В пакете кодировщика книга кодов принадлежит руководителю. Менять можно код, который предложили вы.</translation>
    </message>
    <message>
      <source>Add a coder</source>
      <translation>Добавить кодировщика</translation>
    </message>
    <message>
      <source>Name, as the team knows it</source>
      <translation>Имя, под которым его знает группа</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>сохранено</translation>
    </message>
    <message>
      <source>only reading</source>
      <translation>только чтение</translation>
    </message>
    <message>
      <source>this document: finished ({key} reopens)</source>
      <translation>этот документ: завершён ({key} откроет снова)</translation>
    </message>
    <message>
      <source>this document: open ({key} finishes)</source>
      <translation>этот документ: не завершён ({key} завершит)</translation>
    </message>
    <message>
      <source>this document: finished</source>
      <translation>этот документ: завершён</translation>
    </message>
    <message>
      <source>this document: open</source>
      <translation>этот документ: не завершён</translation>
    </message>
    <message>
      <source>Go to the pane first: {key}.</source>
      <translation>Сначала перейдите на панель: {key}.</translation>
    </message>
    <message>
      <source>Open a project first; then drop sources on it.</source>
      <translation>Сначала откройте проект, потом перетащите на него источники.</translation>
    </message>
    <message>
      <source>round {}</source>
      <translation>раунд {}</translation>
    </message>
    <message>
      <source>codebook {}</source>
      <translation>книга кодов {}</translation>
    </message>
    <message>
      <source>Coded 1 passage.</source>
      <translation>Закодирован 1 отрывок.</translation>
    </message>
    <message numerus="yes">
      <source>Coded %n passages.</source>
      <translation>
        <numerusform>Закодирован %n отрывок.</numerusform>
        <numerusform>Закодировано %n отрывка.</numerusform>
        <numerusform>Закодировано %n отрывков.</numerusform>
      </translation>
    </message>
    <message>
      <source>The list is kept; its words are marked in every document.</source>
      <translation>Список сохранён; его слова отмечены в каждом документе.</translation>
    </message>
    <message>
      <source>There it stands instead of {others}.</source>
      <translation>Там он стоит вместо: {others}.</translation>
    </message>
    <message>
      <source>This is a copy to read, as it was just now. Changes are made where it is open.</source>
      <translation>Это копия для чтения, какой она была только что. Изменения вносят там, где проект открыт.</translation>
    </message>
    <message>
      <source>Keeping a copy</source>
      <translation>Сохраняется копия</translation>
    </message>
    <message>
      <source>{title} — Intercoder</source>
      <translation>{title} — Intercoder</translation>
    </message>
    <message>
      <source>Check the clock of this computer, and of who worked on it last.</source>
      <translation>Проверьте часы этого компьютера и того, кто работал с файлом последним.</translation>
    </message>
    <message>
      <source>The newest change in this file is dated {:%Y-%m-%d}, ahead of today.</source>
      <translation>Последнее изменение в этом файле помечено датой {:%Y-%m-%d}, позже сегодняшней.</translation>
    </message>
    <message>
      <source>Reliability of a table</source>
      <translation>Надёжность таблицы</translation>
    </message>
    <message>
      <source>Hand out a coder package</source>
      <translation>Выдать пакет кодировщика</translation>
    </message>
    <message>
      <source>None applies.</source>
      <translation>Ни один не подходит.</translation>
    </message>
    <message>
      <source>Unit mode: a key codes the unit, Space goes to the next, - says that none applies.</source>
      <translation>Режим единиц: клавиша кодирует единицу, Пробел ведёт к следующей, «-» говорит, что ни один код не подходит.</translation>
    </message>
    <message>
      <source>That was the last unit: {}.</source>
      <translation>Это была последняя единица: {}.</translation>
    </message>
    <message>
      <source>That was the first unit: {}.</source>
      <translation>Это была первая единица: {}.</translation>
    </message>
    <message>
      <source>None applies; 1 segment gave way.</source>
      <translation>Ни один не подходит; 1 фрагмент уступил место.</translation>
    </message>
    <message>
      <source>No units are marked in this document.</source>
      <translation>В этом документе единицы не заданы.</translation>
    </message>
    <message>
      <source>That key is for unit mode; F7 turns it on.</source>
      <translation>Эта клавиша — для режима единиц; его включает F7.</translation>
    </message>
    <message>
      <source>All units of this document are answered; F9 finishes it.</source>
      <translation>Все единицы этого документа получили ответ; F9 завершает документ.</translation>
    </message>
    <message>
      <source>Unit {n} of {all}: {answer}</source>
      <translation>Единица {n} из {all}: {answer}</translation>
    </message>
    <message numerus="yes">
      <source>None applies; %n segments gave way.</source>
      <translation>
        <numerusform>Ни один не подходит; %n фрагмент уступил место.</numerusform>
        <numerusform>Ни один не подходит; %n фрагмента уступили место.</numerusform>
        <numerusform>Ни один не подходит; %n фрагментов уступили место.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 unit is marked.</source>
      <translation>Задана 1 единица.</translation>
    </message>
    <message numerus="yes">
      <source>%n units are marked.</source>
      <translation>
        <numerusform>Задана %n единица.</numerusform>
        <numerusform>Заданы %n единицы.</numerusform>
        <numerusform>Задано %n единиц.</numerusform>
      </translation>
    </message>
    <message>
      <source>Select the passage that is to be a unit first.</source>
      <translation>Сначала выделите отрывок, который станет единицей.</translation>
    </message>
    <message>
      <source>Select the passage that the unit is to have first.</source>
      <translation>Сначала выделите отрывок, который отойдёт единице.</translation>
    </message>
    <message>
      <source>{} of 1 unit answered</source>
      <translation>отвечено: {} из 1 единицы</translation>
    </message>
    <message numerus="yes">
      <source>{} of %n units answered</source>
      <translation>
        <numerusform>отвечено: {} из %n единицы</numerusform>
        <numerusform>отвечено: {} из %n единиц</numerusform>
        <numerusform>отвечено: {} из %n единиц</numerusform>
      </translation>
    </message>
    <message>
      <source>Taken back: this unit waits for an answer again.</source>
      <translation>Ответ снят: единица снова ждёт ответа.</translation>
    </message>
    <message>
      <source>Select the passage that is to be cut first.</source>
      <translation>Сначала выделите отрывок, который надо разрезать.</translation>
    </message>
    <message>
      <source>Marking units</source>
      <translation>Задаются единицы</translation>
    </message>
    <message>
      <source>The passage is one unit now.</source>
      <translation>Теперь отрывок — одна единица.</translation>
    </message>
    <message>
      <source>The unit has the selected passage now.</source>
      <translation>Теперь у единицы выделенный отрывок.</translation>
    </message>
    <message>
      <source>Agreement per code</source>
      <translation>Согласованность по кодам</translation>
    </message>
    <message>
      <source>Percent, AC1 and Brennan–Prediger: where uncoded text counts, this is agreement on not coding.</source>
      <translation>Процент, AC1 и Бреннан–Предигер: где считается незакодированный текст, это согласие не кодировать.</translation>
    </message>
    <message>
      <source>1 left out or with a reservation ▾</source>
      <translation>Исключено или с оговоркой: 1 ▾</translation>
    </message>
    <message>
      <source>{n} left out or with a reservation ▾</source>
      <translation>Исключено или с оговоркой: {n} ▾</translation>
    </message>
    <message>
      <source>… and {n} more; “Export this…” has all.</source>
      <translation>… и ещё {n}; все — в «Экспорт…».</translation>
    </message>
    <message>
      <source>Round, purpose, documents, whose silence counts</source>
      <translation>Раунд, назначение, документы, чьё молчание считается</translation>
    </message>
    <message>
      <source>Write down that this round is counted so; done before coding, the page says it</source>
      <translation>Записать, что раунд считается так; если это сделано до кодирования, страница это скажет</translation>
    </message>
    <message>
      <source>Which coders are compared</source>
      <translation>Какие кодировщики сравниваются</translation>
    </message>
    <message>
      <source>The pair whose counts and kappa are shown; alpha is of all</source>
      <translation>Пара, чьи числа и каппа показаны; альфа — по всем</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>Уровень</translation>
    </message>
    <message>
      <source>Pair of coders</source>
      <translation>Пара кодировщиков</translation>
    </message>
    <message>
      <source>Documents are drawn anew a thousand times; needs six documents, better thirty</source>
      <translation>Тысяча выборок документов с возвращением; нужно шесть документов, лучше тридцать</translation>
    </message>
    <message>
      <source>Unused codes</source>
      <translation>Неиспользованные коды</translation>
    </message>
    <message>
      <source>Percent, AC1 and the other coefficients</source>
      <translation>Процент, AC1 и другие коэффициенты</translation>
    </message>
    <message>
      <source>How it is counted</source>
      <translation>Как считать</translation>
    </message>
    <message>
      <source>Every figure, the page for the paper, a picture</source>
      <translation>Все числа, страница для статьи, рисунок</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>Раунд</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>Назначение</translation>
    </message>
    <message>
      <source>Whose silence counts</source>
      <translation>Чьё молчание считается</translation>
    </message>
    <message>
      <source>In which documents no coded segment means that a coder said no</source>
      <translation>В каких документах отсутствие фрагмента значит, что кодировщик сказал «нет»</translation>
    </message>
    <message>
      <source>As of when</source>
      <translation>На какой момент</translation>
    </message>
    <message>
      <source>When a unit is coded</source>
      <translation>Когда единица закодирована</translation>
    </message>
    <message>
      <source>Strata of the sample</source>
      <translation>Страты выборки</translation>
    </message>
    <message>
      <source>For intervals, documents are drawn anew within the groups the sample was drawn by</source>
      <translation>Для интервалов документы заново выбираются внутри групп, по которым строилась выборка</translation>
    </message>
    <message>
      <source>How the sample was drawn</source>
      <translation>Как построена выборка</translation>
    </message>
    <message>
      <source>How the sample was drawn, for the page</source>
      <translation>Как построена выборка, для страницы отчёта</translation>
    </message>
    <message>
      <source>How the documents that are coded twice were chosen; printed on the reliability page</source>
      <translation>Как выбраны документы, закодированные дважды; стоит на странице о надёжности</translation>
    </message>
    <message>
      <source>A coder’s own rounds</source>
      <translation>Раунды одного кодировщика</translation>
    </message>
    <message>
      <source>Fix these settings</source>
      <translation>Закрепить настройки</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Обучение</translation>
    </message>
    <message>
      <source>Pilot</source>
      <translation>Пробный</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Надёжность</translation>
    </message>
    <message>
      <source>Main</source>
      <translation>Основной</translation>
    </message>
    <message>
      <source>All coders</source>
      <translation>Все кодировщики</translation>
    </message>
    <message>
      <source>The lead’s fixed units</source>
      <translation>Единицы, заданные руководителем</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Никто</translation>
    </message>
    <message>
      <source>Sentences</source>
      <translation>Предложения</translation>
    </message>
    <message>
      <source>Paragraphs</source>
      <translation>Абзацы</translation>
    </message>
    <message>
      <source>Each code by itself</source>
      <translation>Каждый код сам по себе</translation>
    </message>
    <message>
      <source>Codes with their sub-codes</source>
      <translation>Коды вместе с подкодами</translation>
    </message>
    <message>
      <source>Latest round of two coders</source>
      <translation>Последний раунд двух кодировщиков</translation>
    </message>
    <message>
      <source>All but training</source>
      <translation>Все, кроме обучения</translation>
    </message>
    <message>
      <source>Finished documents, else coded ones</source>
      <translation>Завершённые документы, иначе закодированные</translation>
    </message>
    <message>
      <source>Finished documents</source>
      <translation>Завершённые документы</translation>
    </message>
    <message>
      <source>Assigned documents</source>
      <translation>Назначенные документы</translation>
    </message>
    <message>
      <source>Documents with a segment</source>
      <translation>Документы с фрагментом</translation>
    </message>
    <message>
      <source>As of finishing, made apart</source>
      <translation>На момент завершения, независимо</translation>
    </message>
    <message>
      <source>As it is now, after discussion too</source>
      <translation>Как сейчас, и после обсуждения</translation>
    </message>
    <message>
      <source>Half of it is coded</source>
      <translation>Закодирована половина</translation>
    </message>
    <message>
      <source>Any of it is coded</source>
      <translation>Закодирована любая часть</translation>
    </message>
    <message>
      <source>Drawn without strata</source>
      <translation>Выборка без страт</translation>
    </message>
    <message>
      <source>Coders against each other</source>
      <translation>Кодировщики между собой</translation>
    </message>
    <message>
      <source>Round {n}</source>
      <translation>Раунд {n}</translation>
    </message>
    <message>
      <source>Drawn within “{name}”</source>
      <translation>Выборка внутри «{name}»</translation>
    </message>
    <message>
      <source>{name}: round {a} against round {b}</source>
      <translation>{name}: раунд {a} и раунд {b}</translation>
    </message>
    <message>
      <source>Set “{name}”</source>
      <translation>Набор «{name}»</translation>
    </message>
    <message>
      <source>2025, 2025-03 or 2025-03-14</source>
      <translation>2025, 2025-03 или 2025-03-14</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>число</translation>
    </message>
    <message>
      <source>Nothing here fits the filter.</source>
      <translation>Ничто здесь не подходит под отбор.</translation>
    </message>
    <message>
      <source>Which codes are compared</source>
      <translation>Какие коды сравниваются</translation>
    </message>
    <message>
      <source>Codes to compare</source>
      <translation>Коды для сравнения</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ни одного</translation>
    </message>
    <message>
      <source>Codes compared: {}</source>
      <translation>Сравниваются коды: {}</translation>
    </message>
    <message>
      <source>coded already</source>
      <translation>уже закодировано</translation>
    </message>
    <message>
      <source>Code for the hits</source>
      <translation>Код для найденного</translation>
    </message>
    <message>
      <source>Code: a few of its letters</source>
      <translation>Код: несколько его букв</translation>
    </message>
    <message>
      <source>How much is coded</source>
      <translation>Сколько кодировать</translation>
    </message>
    <message>
      <source>Passages to be coded</source>
      <translation>Отрывки для кодирования</translation>
    </message>
    <message>
      <source>The passages to be coded will stand here, each with a tick.</source>
      <translation>Здесь встанут отрывки для кодирования, каждый с флажком.</translation>
    </message>
    <message>
      <source>{n} of 1 passage ticked</source>
      <translation>Отмечено {n} из 1 отрывка</translation>
    </message>
    <message numerus="yes">
      <source>{n} of %n passages ticked</source>
      <translation>
        <numerusform>Отмечено {n} из %n отрывка</numerusform>
        <numerusform>Отмечено {n} из %n отрывков</numerusform>
        <numerusform>Отмечено {n} из %n отрывков</numerusform>
      </translation>
    </message>
    <message>
      <source>As found</source>
      <translation>Как найдено</translation>
    </message>
    <message>
      <source>Its sentence</source>
      <translation>Предложение</translation>
    </message>
    <message>
      <source>Its paragraph</source>
      <translation>Абзац</translation>
    </message>
    <message>
      <source>Tick none</source>
      <translation>Снять все</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Назад</translation>
    </message>
    <message>
      <source>Code 1 passage</source>
      <translation>Кодировать 1 отрывок</translation>
    </message>
    <message numerus="yes">
      <source>Code %n passages</source>
      <translation>
        <numerusform>Кодировать %n отрывок</numerusform>
        <numerusform>Кодировать %n отрывка</numerusform>
        <numerusform>Кодировать %n отрывков</numerusform>
      </translation>
    </message>
    <message>
      <source>Tick all</source>
      <translation>Отметить все</translation>
    </message>
    <message>
      <source>Correct the text:</source>
      <translation>Исправить текст:</translation>
    </message>
    <message>
      <source>The words as they should be</source>
      <translation>Слова, какими они должны быть</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>Исправить</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>Не исправлять</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Filter differences</source>
      <translation>Отбор расхождений</translation>
    </message>
    <message>
      <source>Kind of difference</source>
      <translation>Вид расхождения</translation>
    </message>
    <message>
      <source>Code of the difference</source>
      <translation>Код расхождения</translation>
    </message>
    <message>
      <source>Document of the difference</source>
      <translation>Документ расхождения</translation>
    </message>
    <message>
      <source>Passages on which the two coders differ</source>
      <translation>Отрывки, в которых двое кодировщиков расходятся</translation>
    </message>
    <message>
      <source>{a}: {x} · {b}: {y}</source>
      <translation>{a}: {x} · {b}: {y}</translation>
    </message>
    <message>
      <source>ends differ</source>
      <translation>разные границы</translation>
    </message>
    <message>
      <source>All differences</source>
      <translation>Все расхождения</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Расхождение</translation>
    </message>
    <message>
      <source>What they said</source>
      <translation>Что они сказали</translation>
    </message>
    <message>
      <source>The other gave it</source>
      <translation>Код другого</translation>
    </message>
    <message>
      <source>only {name}</source>
      <translation>только {name}</translation>
    </message>
    <message>
      <source>All passages</source>
      <translation>Все отрывки</translation>
    </message>
    <message>
      <source>Said the same</source>
      <translation>Сказали одно и то же</translation>
    </message>
    <message>
      <source>Said something else</source>
      <translation>Сказали разное</translation>
    </message>
    <message>
      <source>Only one said it</source>
      <translation>Сказал только один</translation>
    </message>
    <message>
      <source>Neither said it</source>
      <translation>Не сказал никто</translation>
    </message>
    <message>
      <source>Ends differ</source>
      <translation>Разные границы</translation>
    </message>
    <message>
      <source>Another code</source>
      <translation>Другой код</translation>
    </message>
    <message>
      <source>Same branch, coarser</source>
      <translation>Та же ветвь, крупнее</translation>
    </message>
    <message>
      <source>{name} alone, {other} another code</source>
      <translation>{name} один(а), {other} — другой код</translation>
    </message>
    <message>
      <source>{name} alone, {other} on the same branch</source>
      <translation>{name} один(а), {other} — та же ветвь</translation>
    </message>
    <message>
      <source>1 passage</source>
      <translation>1 отрывок</translation>
    </message>
    <message>
      <source>{n} passages</source>
      <translation>отрывков: {n}</translation>
    </message>
    <message>
      <source>All segments</source>
      <translation>Все фрагменты</translation>
    </message>
    <message>
      <source>Choose whose coded segments are shown, and which (Ctrl+Shift+G shows all)</source>
      <translation>Чьи фрагменты показаны и какие (Ctrl+Shift+G показывает все)</translation>
    </message>
    <message>
      <source>All segments	Ctrl+Shift+G</source>
      <translation>Все фрагменты	Ctrl+Shift+G</translation>
    </message>
    <message>
      <source>Only mine</source>
      <translation>Только мои</translation>
    </message>
    <message>
      <source>1 segment hidden</source>
      <translation>Скрыт 1 фрагмент</translation>
    </message>
    <message numerus="yes">
      <source>%n segments hidden</source>
      <translation>
        <numerusform>Скрыт %n фрагмент</numerusform>
        <numerusform>Скрыто %n фрагмента</numerusform>
        <numerusform>Скрыто %n фрагментов</numerusform>
      </translation>
    </message>
    <message>
      <source>Which coded segments are shown: {}</source>
      <translation>Какие фрагменты показаны: {}</translation>
    </message>
    <message>
      <source>“{}” with its sub-codes</source>
      <translation>«{}» с подкодами</translation>
    </message>
    <message>
      <source>Find in this document</source>
      <translation>Найти в этом документе</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation>Закрыть (Esc)</translation>
    </message>
    <message>
      <source>{at} of {all}</source>
      <translation>{at} из {all}</translation>
    </message>
    <message>
      <source>{at} of the first {all}</source>
      <translation>{at} из первых {all}</translation>
    </message>
    <message>
      <source>Names and pseudonyms (*.csv *.tsv)</source>
      <translation>Имена и псевдонимы (*.csv *.tsv)</translation>
    </message>
    <message>
      <source>Where the key goes: which name stood where</source>
      <translation>Куда записать ключ: какое имя где стояло</translation>
    </message>
    <message>
      <source>File &amp;names say</source>
      <translation>И&amp;мена файлов говорят</translation>
    </message>
    <message>
      <source>Reprints are one &amp;story</source>
      <translation>Перепечатки — один с&amp;южет</translation>
    </message>
    <message>
      <source>Names and their pseudonyms</source>
      <translation>Имена и их псевдонимы</translation>
    </message>
    <message>
      <source>Variables: a row a document, its name first</source>
      <translation>Переменные: строка на документ, первым — его имя</translation>
    </message>
    <message>
      <source>Keep the names</source>
      <translation>Оставить имена</translation>
    </message>
    <message>
      <source>Replace names…</source>
      <translation>Заменить имена…</translation>
    </message>
    <message>
      <source>Names are replaced; the key goes to {file}.</source>
      <translation>Имена заменены; ключ пишется в {file}.</translation>
    </message>
    <message>
      <source>Puts pseudonyms in the place of names, from a list</source>
      <translation>Ставит псевдонимы на место имён по списку</translation>
    </message>
    <message>
      <source>Va&amp;riables table…</source>
      <translation>Таблица пе&amp;ременных…</translation>
    </message>
    <message>
      <source>Gives documents the variables of their rows in a table</source>
      <translation>Даёт документам переменные из их строк в таблице</translation>
    </message>
    <message>
      <source>Every row of the table and every source has its match.</source>
      <translation>Каждая строка таблицы и каждый источник нашли пару.</translation>
    </message>
    <message>
      <source>“{file}” does not follow the pattern.</source>
      <translation>Имя «{file}» не соответствует образцу.</translation>
    </message>
    <message>
      <source>1 row of the table matches no document.</source>
      <translation>1 строка таблицы не подошла ни к одному документу.</translation>
    </message>
    <message numerus="yes">
      <source>%n rows of the table match no document.</source>
      <translation>
        <numerusform>%n строка таблицы не подошла ни к одному документу.</numerusform>
        <numerusform>%n строки таблицы не подошли ни к одному документу.</numerusform>
        <numerusform>%n строк таблицы не подошли ни к одному документу.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 source has no row in it.</source>
      <translation>Для 1 источника в ней нет строки.</translation>
    </message>
    <message numerus="yes">
      <source>%n sources have no row in it.</source>
      <translation>
        <numerusform>Для %n источника в ней нет строки.</numerusform>
        <numerusform>Для %n источников в ней нет строк.</numerusform>
        <numerusform>Для %n источников в ней нет строк.</numerusform>
      </translation>
    </message>
    <message>
      <source>Without “{file}”</source>
      <translation>Без «{file}»</translation>
    </message>
    <message>
      <source>Lets go of the table “{file}”</source>
      <translation>Отказаться от таблицы «{file}»</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Начало</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Конец</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>До</translation>
    </message>
    <message>
      <source>After</source>
      <translation>После</translation>
    </message>
    <message>
      <source>First lines</source>
      <translation>Первые строки</translation>
    </message>
    <message>
      <source>as found</source>
      <translation>как найдено</translation>
    </message>
    <message>
      <source>the article alone</source>
      <translation>только статья</translation>
    </message>
    <message>
      <source>all that stands on the page</source>
      <translation>всё, что есть на странице</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>оставить</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>убрать</translation>
    </message>
    <message>
      <source>its own document</source>
      <translation>отдельный документ</translation>
    </message>
    <message>
      <source>a new version</source>
      <translation>новая версия</translation>
    </message>
    <message>
      <source>This needs the program Tesseract, which is not on this machine: install tesseract-ocr with the language of the pages.</source>
      <translation>Для этого нужна программа Tesseract, а её на этом компьютере нет: установите tesseract-ocr с языком страниц.</translation>
    </message>
    <message>
      <source>&amp;Brought in as</source>
      <translation>До&amp;бавить как</translation>
    </message>
    <message>
      <source>Enc&amp;oding</source>
      <translation>Код&amp;ировка</translation>
    </message>
    <message>
      <source>&amp;Web page</source>
      <translation>Веб-с&amp;траница</translation>
    </message>
    <message>
      <source>Pa&amp;ge headers</source>
      <translation>Колонтит&amp;улы</translation>
    </message>
    <message>
      <source>Scanned &amp;pages</source>
      <translation>Ска&amp;ны</translation>
    </message>
    <message>
      <source>&amp;Sheet</source>
      <translation>Лист кни&amp;ги</translation>
    </message>
    <message>
      <source>Column of te&amp;xts</source>
      <translation>Столбец т&amp;екстов</translation>
    </message>
    <message>
      <source>Column of &amp;keys</source>
      <translation>Столбец к&amp;лючей</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Набор</translation>
    </message>
    <message>
      <source>These choices go for this file.</source>
      <translation>Эти настройки — для этого файла.</translation>
    </message>
    <message numerus="yes">
      <source>These choices go for %n files.</source>
      <translation>
        <numerusform>Эти настройки — для %n файла.</numerusform>
        <numerusform>Эти настройки — для %n файлов.</numerusform>
        <numerusform>Эти настройки — для %n файлов.</numerusform>
      </translation>
    </message>
    <message>
      <source>left as pictures</source>
      <translation>оставлены изображениями</translation>
    </message>
    <message>
      <source>Variable</source>
      <translation>Переменная</translation>
    </message>
    <message>
      <source>as found: {encoding}</source>
      <translation>как найдено: {encoding}</translation>
    </message>
    <message>
      <source>as guessed: {encoding}</source>
      <translation>предположительно: {encoding}</translation>
    </message>
    <message>
      <source>… and {n} more rows</source>
      <translation>… и ещё строк: {n}</translation>
    </message>
    <message>
      <source>recognised: {language}</source>
      <translation>распознано: {language}</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>Переместить вверх (Alt+Вверх)</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>Переместить вниз (Alt+Вниз)</translation>
    </message>
    <message>
      <source>One a line, in their order</source>
      <translation>По одному на строку, по порядку</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Вид</translation>
    </message>
    <message>
      <source>Rules for each value</source>
      <translation>Правила для каждого значения</translation>
    </message>
    <message>
      <source>Parts of the texts that do not count</source>
      <translation>Части текстов, которые не считаются</translation>
    </message>
    <message>
      <source>Speakers left out: I, Interviewer</source>
      <translation>Кто не считается: И, Интервьюер</translation>
    </message>
    <message>
      <source>Speakers whose words do not count</source>
      <translation>Говорящие, чьи слова не считаются</translation>
    </message>
    <message>
      <source>Paragraphs that begin with such a name and a colon, and what a file marks as their words</source>
      <translation>Абзацы, которые начинаются с такого имени и двоеточия, и то, что файл отмечает как их слова</translation>
    </message>
    <message>
      <source>Whole texts</source>
      <translation>Целые тексты</translation>
    </message>
    <message>
      <source>Headings</source>
      <translation>Заголовки</translation>
    </message>
    <message>
      <source>Foot- and endnotes</source>
      <translation>Сноски и примечания</translation>
    </message>
    <message>
      <source>Blanks</source>
      <translation>Пробелы</translation>
    </message>
    <message>
      <source>Without: {parts}</source>
      <translation>Без: {parts}</translation>
    </message>
    <message>
      <source>Title, if it needs one</source>
      <translation>Заголовок, если нужен</translation>
    </message>
    <message>
      <source>Title of the memo</source>
      <translation>Заголовок заметки</translation>
    </message>
    <message>
      <source>Words of the memo</source>
      <translation>Слова заметки</translation>
    </message>
    <message>
      <source>Link to</source>
      <translation>Ссылка на</translation>
    </message>
    <message>
      <source>Choose a segment, a code or a document first</source>
      <translation>Сначала выберите фрагмент, код или документ</translation>
    </message>
    <message>
      <source>Clear what is typed</source>
      <translation>Стереть набранное</translation>
    </message>
    <message>
      <source>Copy the report</source>
      <translation>Копировать отчёт</translation>
    </message>
    <message>
      <source>Save the report…</source>
      <translation>Сохранить отчёт…</translation>
    </message>
    <message>
      <source>The report is copied.</source>
      <translation>Отчёт скопирован.</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Сохранить отчёт</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>Текст (*.txt)</translation>
    </message>
    <message>
      <source>Choose another folder.</source>
      <translation>Выберите другую папку.</translation>
    </message>
    <message>
      <source>Stop this; nothing of it is kept</source>
      <translation>Остановить; от этого ничего не останется</translation>
    </message>
    <message>
      <source>Tell capital and small letters apart</source>
      <translation>Различать прописные и строчные буквы</translation>
    </message>
    <message>
      <source>Take é as e, ß as ss, ø as o</source>
      <translation>Считать é за e, ß за ss, ø за o</translation>
    </message>
    <message>
      <source>Take ё as е</source>
      <translation>Считать ё за е</translation>
    </message>
    <message>
      <source>Pass over Arabic and Hebrew vowel signs and tatweel</source>
      <translation>Пропускать арабские и еврейские огласовки и татвиль</translation>
    </message>
    <message>
      <source>Key-word list</source>
      <translation>Список ключевых слов</translation>
    </message>
    <message>
      <source>Name of the list</source>
      <translation>Название списка</translation>
    </message>
    <message>
      <source>One word or phrase a line; a * at the end stands for the rest of a word</source>
      <translation>Слово или выражение на строку; * в конце заменяет конец слова</translation>
    </message>
    <message>
      <source>Words of the list</source>
      <translation>Слова списка</translation>
    </message>
    <message>
      <source>Marked as whole words, in every document; capitals and ё count as the same.</source>
      <translation>Отмечаются как целые слова во всех документах; прописные и строчные, ё и е не различаются.</translation>
    </message>
    <message>
      <source>A new list</source>
      <translation>Новый список</translation>
    </message>
    <message>
      <source>Keep the list</source>
      <translation>Сохранить список</translation>
    </message>
    <message>
      <source>Remove the list</source>
      <translation>Удалить список</translation>
    </message>
    <message>
      <source>You may not write in the folder of this project.</source>
      <translation>Вам нельзя писать в папку этого проекта.</translation>
    </message>
    <message>
      <source>Files are being brought in just now.</source>
      <translation>Сейчас добавляются файлы.</translation>
    </message>
    <message>
      <source>Wait until that is done, or stop it.</source>
      <translation>Подождите, пока это закончится, или остановите.</translation>
    </message>
    <message>
      <source>“{name}” cannot be opened: {reason}.</source>
      <translation>Файл «{name}» не открывается: {reason}.</translation>
    </message>
    <message>
      <source>Undone: {}.</source>
      <translation>Отменено: {}.</translation>
    </message>
    <message>
      <source>Done again: {}.</source>
      <translation>Снова сделано: {}.</translation>
    </message>
    <message>
      <source>1 later edit by others stays.</source>
      <translation>1 более поздняя правка других остаётся.</translation>
    </message>
    <message numerus="yes">
      <source>%n later edits by others stay.</source>
      <translation>
        <numerusform>%n более поздняя правка других остаётся.</numerusform>
        <numerusform>%n более поздние правки других остаются.</numerusform>
        <numerusform>%n более поздних правок других остаются.</numerusform>
      </translation>
    </message>
    <message>
      <source>documents</source>
      <translation>документов</translation>
    </message>
    <message>
      <source>With more than {most_coders} coders, pairs have no intervals.</source>
      <translation>Если кодировщиков больше {most_coders}, интервалы для пар не считаются.</translation>
    </message>
    <message>
      <source>So many different sets of codes occur that alpha over them has no interval.</source>
      <translation>Встречается так много разных наборов кодов, что у альфы по ним нет интервала.</translation>
    </message>
    <message>
      <source>A coding lies outside its text (document {n}, from {n2} to {n3}).</source>
      <translation>Разметка выходит за пределы текста (документ {n}, от {n2} до {n3}).</translation>
    </message>
    <message>
      <source>Run `intercoder check PROJECT`; it says what is damaged and what to do.</source>
      <translation>Выполните `intercoder check PROJECT`: команда скажет, что повреждено и что делать.</translation>
    </message>
    <message>
      <source>A unit lies outside its document.</source>
      <translation>Единица выходит за пределы документа.</translation>
    </message>
    <message>
      <source>Cut the units again from the present text.</source>
      <translation>Разрежьте на единицы заново по нынешнему тексту.</translation>
    </message>
    <message>
      <source>Two units overlap, so that a passage cannot be counted once.</source>
      <translation>Две единицы пересекаются, и отрывок нельзя посчитать один раз.</translation>
    </message>
    <message>
      <source>Cut the units so that each begins where or after the one before it ends.</source>
      <translation>Разрежьте так, чтобы каждая единица начиналась там, где кончилась предыдущая, или дальше.</translation>
    </message>
    <message>
      <source>Choose at least two coders who worked on the same documents.</source>
      <translation>Выберите хотя бы двух кодировщиков, работавших над одними и теми же документами.</translation>
    </message>
    <message>
      <source>No document was covered by two of these coders.</source>
      <translation>Ни один документ не прошли двое из этих кодировщиков.</translation>
    </message>
    <message>
      <source>Let two coders finish one same document, or choose another coverage.</source>
      <translation>Пусть двое завершат один и тот же документ, или выберите, чьё молчание считается, иначе.</translation>
    </message>
    <message>
      <source>Agreement needs two coders; here there is only one.</source>
      <translation>Для согласованности нужны двое кодировщиков; здесь только один.</translation>
    </message>
    <message>
      <source>Agreement needs two coders; here there is none.</source>
      <translation>Для согласованности нужны двое кодировщиков; здесь нет ни одного.</translation>
    </message>
    <message>
      <source>units</source>
      <translation>единиц</translation>
    </message>
    <message>
      <source>There is no metric “{metric}”.</source>
      <translation>Шкалы «{metric}» нет.</translation>
    </message>
    <message>
      <source>Choose one of {choices}.</source>
      <translation>Выберите из списка: {choices}.</translation>
    </message>
    <message>
      <source>The table has one coder; agreement needs two.</source>
      <translation>В таблице один кодировщик; для согласованности нужны двое.</translation>
    </message>
    <message>
      <source>Give one column per coder, with the coders' names in the first row.</source>
      <translation>Отведите каждому кодировщику столбец, имена поставьте в первую строку.</translation>
    </message>
    <message>
      <source>The table has no units.</source>
      <translation>В таблице нет единиц.</translation>
    </message>
    <message>
      <source>Give one row per unit below the coders' names.</source>
      <translation>Под именами кодировщиков отведите каждой единице строку.</translation>
    </message>
    <message>
      <source>The table uses {size} categories, more than the {categories} that were given.</source>
      <translation>Категорий в таблице {size} — больше, чем указано ({categories}).</translation>
    </message>
    <message>
      <source>Give the number of categories of the codebook, those that nobody used included.</source>
      <translation>Укажите, сколько категорий в книге кодов, считая и неиспользованные.</translation>
    </message>
    <message>
      <source>With more than {many_coders} coders, {choices} have no interval.</source>
      <translation>Если кодировщиков больше {many_coders}, интервалов нет для: {choices}.</translation>
    </message>
    <message>
      <source>“{other}” and “{name}” are counted as two categories.</source>
      <translation>«{other}» и «{name}» считаются двумя категориями.</translation>
    </message>
    <message>
      <source>“{name}” is counted as a category; leave a cell empty where a value is missing.</source>
      <translation>«{name}» считается категорией; где значения нет, оставьте ячейку пустой.</translation>
    </message>
    <message>
      <source>Row {line} (unit {unit}), coder {coder}: “{value}” is not a number.</source>
      <translation>Строка {line} (единица {unit}), кодировщик {coder}: «{value}» — не число.</translation>
    </message>
    <message>
      <source>Write numbers only, leave missing values empty, or choose the nominal metric.</source>
      <translation>Пишите только числа, пропуски оставляйте пустыми или выберите номинальную шкалу.</translation>
    </message>
    <message>
      <source>No intervals: {n} {what} are too few to draw from (at least {fewest}).</source>
      <translation>Интервалов нет: для выборок слишком мало данных ({what}: {n}; нужно не меньше {fewest}).</translation>
    </message>
    <message>
      <source>The intervals are rough: there are only {n} {what} to draw from.</source>
      <translation>Интервалы грубые: для выборок мало данных ({what}: {n}).</translation>
    </message>
    <message>
      <source>In {lost:.1%} of the draws a coefficient had no value; these were left out of its interval.</source>
      <translation>В {lost:.1%} выборок у коэффициента не было значения; в его интервал они не вошли.</translation>
    </message>
    <message>
      <source>no unit was judged by two coders</source>
      <translation>ни одну единицу не оценили двое кодировщиков</translation>
    </message>
    <message>
      <source>all judgements are the same, so there is nothing that chance could have got wrong</source>
      <translation>все оценки одинаковы, и случаю не в чем было ошибиться</translation>
    </message>
    <message>
      <source>see pairs</source>
      <translation>смотрите по парам</translation>
    </message>
    <message>
      <source>a pair of coders has no kappa, so there is no mean over all pairs</source>
      <translation>у одной из пар кодировщиков нет каппы, поэтому нет и среднего по всем парам</translation>
    </message>
    <message>
      <source>nobody coded anything</source>
      <translation>никто ничего не закодировал</translation>
    </message>
    <message>
      <source>nobody left anything uncoded</source>
      <translation>никто ничего не оставил незакодированным</translation>
    </message>
    <message>
      <source>fewer than two categories are known; give the number of categories of the codebook</source>
      <translation>известно меньше двух категорий; укажите, сколько категорий в книге кодов</translation>
    </message>
    <message>
      <source>fewer than two coders judged anything</source>
      <translation>оценки давали меньше двух кодировщиков</translation>
    </message>
    <message>
      <source>given for two coders and the categories coded and not coded (1/0, yes/no) only</source>
      <translation>считается только для двух кодировщиков и двух категорий: закодировано или нет (1/0, да/нет)</translation>
    </message>
    <message>
      <source>one coder gave two of these codes to the same text, so they do not divide it</source>
      <translation>один кодировщик дал два из этих кодов одному тексту, поэтому они его не делят</translation>
    </message>
    <message>
      <source>no text was coded by two coders</source>
      <translation>ни один текст не закодировали двое</translation>
    </message>
    <message>
      <source>only one of these codes was used where coders overlap</source>
      <translation>там, где кодировщики пересекаются, использован только один из этих кодов</translation>
    </message>
    <message>
      <source>which steps of the scale were used cannot be told from values that are not whole numbers</source>
      <translation>по значениям, которые не целые числа, не понять, какие ступени шкалы использованы</translation>
    </message>
    <message>
      <source>a ratio scale has no values below zero</source>
      <translation>на шкале отношений нет значений ниже нуля</translation>
    </message>
    <message>
      <source>one of the coders marked nothing with these codes</source>
      <translation>один из кодировщиков ничего не отметил этими кодами</translation>
    </message>
    <message>
      <source>texts coded by chance agree fully too, so there is nothing that chance could have got wrong</source>
      <translation>тексты, закодированные наугад, тоже совпали бы полностью, и случаю не в чем было ошибиться</translation>
    </message>
    <message>
      <source>only one of these codes was used, so there is no other to take for it</source>
      <translation>использован только один из этих кодов, и спутать его не с чем</translation>
    </message>
    <message>
      <source>no passage of one coder lies where a passage of another does</source>
      <translation>нигде отрывок одного кодировщика не лежит там же, где отрывок другого</translation>
    </message>
    <message>
      <source>so many passages lie near each other that the best way to align them cannot be worked out; no approximate figure is given (compare fewer coders, documents or codes)</source>
      <translation>так много отрывков лежит близко друг к другу, что лучшее их сопоставление не вычислить; приблизительного числа не даём (сравните меньше кодировщиков, документов или кодов)</translation>
    </message>
    <message>
      <source>That unit is not there any more.</source>
      <translation>Этой единицы больше нет.</translation>
    </message>
    <message>
      <source>It was removed, or the text was changed.</source>
      <translation>Её удалили, или текст изменился.</translation>
    </message>
    <message>
      <source>“{name}” reaches beyond this unit.</source>
      <translation>«{name}» выходит за пределы этой единицы.</translation>
    </message>
    <message>
      <source>Remove it or move its ends first.</source>
      <translation>Сначала удалите фрагмент или передвиньте его границы.</translation>
    </message>
    <message>
      <source>An answer needs words.</source>
      <translation>Ответу нужны слова.</translation>
    </message>
    <message>
      <source>Type some, or open the question again.</source>
      <translation>Введите их или снова откройте вопрос.</translation>
    </message>
    <message>
      <source>That question is not there any more.</source>
      <translation>Этого вопроса больше нет.</translation>
    </message>
    <message>
      <source>It was taken back; undo brings it back.</source>
      <translation>Его забрали; отмена вернёт его.</translation>
    </message>
    <message>
      <source>That question is {name}'s.</source>
      <translation>Этот вопрос задан не вами; его автор — {name}.</translation>
    </message>
    <message>
      <source>Only who asked changes it.</source>
      <translation>Менять его может только тот, кто спросил.</translation>
    </message>
    <message>
      <source>Questions are answered by the lead.</source>
      <translation>На вопросы отвечает руководитель.</translation>
    </message>
    <message>
      <source>The answer comes with the lead's next file.</source>
      <translation>Ответ придёт со следующим файлом руководителя.</translation>
    </message>
    <message>
      <source>That coded segment is not there any more.</source>
      <translation>Этого закодированного фрагмента больше нет.</translation>
    </message>
    <message>
      <source>It was removed; undo brings it back.</source>
      <translation>Его удалили; отмена вернёт его.</translation>
    </message>
    <message>
      <source>That coded segment is {name}'s.</source>
      <translation>Этот закодированный фрагмент не ваш; его кодировщик — {name}.</translation>
    </message>
    <message>
      <source>Select the passage to ask about it.</source>
      <translation>Выделите отрывок, чтобы спросить о нём.</translation>
    </message>
    <message>
      <source>That passage lies outside the text.</source>
      <translation>Этот отрывок выходит за пределы текста.</translation>
    </message>
    <message>
      <source>Select it again.</source>
      <translation>Выделите его заново.</translation>
    </message>
    <message>
      <source>That document is not in this project.</source>
      <translation>Этого документа нет в проекте.</translation>
    </message>
    <message>
      <source>A set needs a name.</source>
      <translation>Набору нужно название.</translation>
    </message>
    <message>
      <source>Type a name, such as “2024”.</source>
      <translation>Введите название, например «2024».</translation>
    </message>
    <message>
      <source>A set “{name}” stands there already.</source>
      <translation>Набор «{name}» уже есть.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Выберите другое название.</translation>
    </message>
    <message>
      <source>In a coder's package the sets are the lead's.</source>
      <translation>В пакете кодировщика наборы задаёт руководитель.</translation>
    </message>
    <message>
      <source>Ask the lead, or write a memo.</source>
      <translation>Спросите руководителя или напишите заметку.</translation>
    </message>
    <message>
      <source>That set is not in this project.</source>
      <translation>Этого набора нет в проекте.</translation>
    </message>
    <message>
      <source>A row of “{table}” points at a missing row of “{target}”.</source>
      <translation>Строка таблицы «{table}» ссылается на строку таблицы «{target}», которой нет.</translation>
    </message>
    <message>
      <source>{n} rows of “{table}” are shown or hidden against what the journal says.</source>
      <translation>Строк таблицы «{table}», которые видны или скрыты вопреки журналу: {n}.</translation>
    </message>
    <message>
      <source>{wrong} texts or originals are not what their hash says.</source>
      <translation>Текстов или исходных файлов, не совпадающих со своим хешем: {wrong}.</translation>
    </message>
    <message>
      <source>{lost} rows of the journal belong to no change.</source>
      <translation>Строк журнала, не относящихся ни к одному изменению: {lost}.</translation>
    </message>
    <message>
      <source>The list of open conflicts is not what the journal says.</source>
      <translation>Список открытых конфликтов расходится с журналом.</translation>
    </message>
    <message>
      <source>{missing} rows of “{table}” are in the journal but not in the table.</source>
      <translation>Строк таблицы «{table}», которые есть в журнале, но не в таблице: {missing}.</translation>
    </message>
    <message>
      <source>{extra} rows of “{table}” are in the table but not in the journal.</source>
      <translation>Строк таблицы «{table}», которые есть в таблице, но не в журнале: {extra}.</translation>
    </message>
    <message>
      <source>{differing} rows of “{table}” are not what the journal says.</source>
      <translation>Строк таблицы «{table}», которые расходятся с журналом: {differing}.</translation>
    </message>
    <message>
      <source>{broken} rows of the journal cannot be read.</source>
      <translation>Строк журнала, которые нельзя прочитать: {broken}.</translation>
    </message>
    <message>
      <source>The file cannot be read through: {orig}.</source>
      <translation>Файл не удаётся прочитать до конца: {orig}.</translation>
    </message>
    <message>
      <source>The journal holds values that make no sense.</source>
      <translation>В журнале есть бессмысленные значения.</translation>
    </message>
    <message>
      <source>There is no code “{choices}” in the codebook.</source>
      <translation>В книге кодов нет кода «{choices}».</translation>
    </message>
    <message>
      <source>That code is not in the codebook.</source>
      <translation>Этого кода нет в книге кодов.</translation>
    </message>
    <message>
      <source>That qualifier is not in this project.</source>
      <translation>Этого уточнения нет в проекте.</translation>
    </message>
    <message>
      <source>A code needs a name.</source>
      <translation>Коду нужно название.</translation>
    </message>
    <message>
      <source>Type a name.</source>
      <translation>Введите название.</translation>
    </message>
    <message>
      <source>Whether a proposed code is taken is said by the lead.</source>
      <translation>Принять ли предложенный код, решает руководитель.</translation>
    </message>
    <message>
      <source>Ask the lead about it.</source>
      <translation>Спросите об этом руководителя.</translation>
    </message>
    <message>
      <source>In a coder's package the codebook is read-only.</source>
      <translation>В пакете кодировщика книгу кодов можно только читать.</translation>
    </message>
    <message>
      <source>Propose a new code, or write a memo on this one.</source>
      <translation>Предложите новый код или напишите к этому заметку.</translation>
    </message>
    <message>
      <source>A code is for passages or for whole documents.</source>
      <translation>Код ставится либо на отрывки, либо на целые документы.</translation>
    </message>
    <message>
      <source>Choose one of the two.</source>
      <translation>Выберите одно из двух.</translation>
    </message>
    <message>
      <source>“{key}” cannot be a code's key.</source>
      <translation>«{key}» не может быть клавишей кода.</translation>
    </message>
    <message>
      <source>A key is one to three letters or digits, or none.</source>
      <translation>Клавиша — от одной до трёх букв или цифр, или никакой.</translation>
    </message>
    <message>
      <source>A code cannot stand under itself.</source>
      <translation>Код не может стоять под самим собой.</translation>
    </message>
    <message>
      <source>Choose a code outside this branch.</source>
      <translation>Выберите код вне этой ветви.</translation>
    </message>
    <message>
      <source>A code cannot be merged into itself or its own sub-code.</source>
      <translation>Код нельзя объединить с самим собой или с его подкодом.</translation>
    </message>
    <message>
      <source>Choose another code.</source>
      <translation>Выберите другой код.</translation>
    </message>
    <message>
      <source>“{name}” is not merged into another code.</source>
      <translation>«{name}» не объединён с другим кодом.</translation>
    </message>
    <message>
      <source>Nothing is left to do.</source>
      <translation>Делать больше нечего.</translation>
    </message>
    <message>
      <source>“{name}” needs values to choose from.</source>
      <translation>Для «{name}» нужны значения, из которых выбирают.</translation>
    </message>
    <message>
      <source>Type them, one a line.</source>
      <translation>Введите их, по одному на строку.</translation>
    </message>
    <message>
      <source>A version of the codebook needs a name.</source>
      <translation>Версии книги кодов нужно название.</translation>
    </message>
    <message>
      <source>Type one, such as “after the pilot”.</source>
      <translation>Введите его, например «после пробного раунда».</translation>
    </message>
    <message>
      <source>There is a version of the codebook “{name}” already.</source>
      <translation>Версия книги кодов «{name}» уже есть.</translation>
    </message>
    <message>
      <source>Give this one another name; what was coded under each is told apart by it.</source>
      <translation>Назовите эту иначе; по названию отличают, что закодировано по какой версии.</translation>
    </message>
    <message>
      <source>Choose another key, or none.</source>
      <translation>Выберите другую клавишу или никакой.</translation>
    </message>
    <message>
      <source>A code “{name}” stands there already.</source>
      <translation>Код «{name}» там уже есть.</translation>
    </message>
    <message>
      <source>Rename one, or merge the two codes.</source>
      <translation>Переименуйте один из них или объедините оба кода.</translation>
    </message>
    <message>
      <source>A qualifier “{what}” stands there already.</source>
      <translation>Уточнение «{what}» уже есть.</translation>
    </message>
    <message>
      <source>“{what}” stands beside it already.</source>
      <translation>«{what}» рядом уже есть.</translation>
    </message>
    <message>
      <source>Choose another name, or merge the two codes.</source>
      <translation>Выберите другое название или объедините оба кода.</translation>
    </message>
    <message>
      <source>The key “{key}” is that of “{name}” already.</source>
      <translation>Клавиша «{key}» уже занята кодом «{name}».</translation>
    </message>
    <message>
      <source>“{key}” and “{other}”, the key of “{name}”, begin alike: one of them could never be typed.</source>
      <translation>«{key}» и «{other}», клавиша кода «{name}», начинаются одинаково: одну из них нельзя было бы набрать.</translation>
    </message>
    <message>
      <source>A coder needs a name.</source>
      <translation>Кодировщику нужно имя.</translation>
    </message>
    <message>
      <source>Type the name that your team knows.</source>
      <translation>Введите имя, под которым вас знает группа.</translation>
    </message>
    <message>
      <source>“{name}” and “{name2}” are one person already.</source>
      <translation>«{name}» и «{name2}» — уже одно лицо.</translation>
    </message>
    <message>
      <source>That coder is not in this project.</source>
      <translation>Этого кодировщика нет в проекте.</translation>
    </message>
    <message>
      <source>There is no coder “{name}” in this project.</source>
      <translation>Кодировщика «{name}» нет в проекте.</translation>
    </message>
    <message>
      <source>It knows: {there}.</source>
      <translation>Здесь есть: {there}.</translation>
    </message>
    <message>
      <source>This file has lost its study.</source>
      <translation>В этом файле пропало само исследование.</translation>
    </message>
    <message>
      <source>Use one of the copies kept beside it.</source>
      <translation>Возьмите одну из копий, сохранённых рядом.</translation>
    </message>
    <message>
      <source>“{name}” is a code for passages.</source>
      <translation>«{name}» — код для отрывков.</translation>
    </message>
    <message>
      <source>Select a passage first.</source>
      <translation>Сначала выделите отрывок.</translation>
    </message>
    <message>
      <source>“{name}” is a code for whole documents.</source>
      <translation>«{name}» — код для целых документов.</translation>
    </message>
    <message>
      <source>Tick it in the document's own codes.</source>
      <translation>Отметьте его среди кодов самого документа.</translation>
    </message>
    <message>
      <source>The passage is not what stands in the file.</source>
      <translation>Отрывок не совпадает с тем, что стоит в файле.</translation>
    </message>
    <message>
      <source>That code stands on the whole document.</source>
      <translation>Этот код стоит на целом документе.</translation>
    </message>
    <message>
      <source>Remove it and code the passage.</source>
      <translation>Снимите его и закодируйте отрывок.</translation>
    </message>
    <message>
      <source>That code stands on that very passage already.</source>
      <translation>Этот код уже стоит на этом самом отрывке.</translation>
    </message>
    <message>
      <source>Remove one of the two.</source>
      <translation>Уберите один из двух.</translation>
    </message>
    <message>
      <source>“{name}” stands on that passage already.</source>
      <translation>«{name}» на этом отрывке уже стоит.</translation>
    </message>
    <message>
      <source>That qualifier is not in the codebook.</source>
      <translation>Этого уточнения нет в книге кодов.</translation>
    </message>
    <message>
      <source>Only its coder changes it.</source>
      <translation>Менять его может только его кодировщик.</translation>
    </message>
    <message>
      <source>Look for it again; the document was changed.</source>
      <translation>Найдите его заново: документ изменился.</translation>
    </message>
    <message>
      <source>In a coder's package documents and their variables are read-only.</source>
      <translation>В пакете кодировщика документы и их переменные можно только читать.</translation>
    </message>
    <message>
      <source>That variable is not in this project.</source>
      <translation>Этой переменной нет в проекте.</translation>
    </message>
    <message>
      <source>A text is missing from this file.</source>
      <translation>В этом файле не хватает текста.</translation>
    </message>
    <message>
      <source>Run `intercoder check` on it.</source>
      <translation>Выполните для него `intercoder check`.</translation>
    </message>
    <message>
      <source>“{name}” is damaged.</source>
      <translation>Файл «{name}» повреждён.</translation>
    </message>
    <message>
      <source>Use the newest of the copies kept beside it (their names say when), and keep the damaged file.</source>
      <translation>Возьмите самую новую из копий рядом с ним (в их именах сказано, когда они сделаны), а повреждённый файл сохраните.</translation>
    </message>
    <message>
      <source>“{name}” is not an Intercoder project.</source>
      <translation>«{name}» — не проект Intercoder.</translation>
    </message>
    <message>
      <source>“{name}” was made by another program.</source>
      <translation>«{name}» создан другой программой.</translation>
    </message>
    <message>
      <source>“{name}” was made by a newer version.</source>
      <translation>«{name}» создан более новой версией.</translation>
    </message>
    <message>
      <source>“{name}” is empty or cut off.</source>
      <translation>Файл «{name}» пуст или оборван.</translation>
    </message>
    <message>
      <source>There is no file “{path}”.</source>
      <translation>Файла «{path}» нет.</translation>
    </message>
    <message>
      <source>Check the name and the folder.</source>
      <translation>Проверьте имя и папку.</translation>
    </message>
    <message>
      <source>“{path}” cannot be read: {strerror}.</source>
      <translation>«{path}» не удаётся прочитать: {strerror}.</translation>
    </message>
    <message>
      <source>Check that it is a file and that you may read it.</source>
      <translation>Проверьте, что это файл и что вам можно его читать.</translation>
    </message>
    <message>
      <source>Choose a file that ends in .intercoder, or a copy of it kept beside the project.</source>
      <translation>Выберите файл с окончанием .intercoder или его копию, сохранённую рядом с проектом.</translation>
    </message>
    <message>
      <source>Update this program, or ask your colleague for an older copy.</source>
      <translation>Обновите программу или попросите у коллеги более старую копию.</translation>
    </message>
    <message>
      <source>Choose another name, or move the old file away first.</source>
      <translation>Выберите другое имя или сначала уберите старый файл.</translation>
    </message>
    <message>
      <source>Close it there first, or work on a copy and merge it later.</source>
      <translation>Сначала закройте его там или работайте с копией и объедините её потом.</translation>
    </message>
    <message>
      <source>Nothing of this step was kept; do it again in a moment. If it lasts, close what syncs, backs up or shows the file.</source>
      <translation>Из этого шага ничего не сохранено; повторите его чуть позже. Если не проходит, закройте то, что синхронизирует, копирует или показывает файл.</translation>
    </message>
    <message>
      <source>Close the project where it is open for writing, then open it here again.</source>
      <translation>Закройте проект там, где он открыт для записи, и снова откройте его здесь.</translation>
    </message>
    <message>
      <source>Open it in the program that made it and save it as .docx, .txt or .pdf.</source>
      <translation>Откройте его в той программе, где он сделан, и сохраните как .docx, .txt или .pdf.</translation>
    </message>
    <message>
      <source>Mend the entry that is named and import the file again; nothing of it was imported.</source>
      <translation>Исправьте указанную запись и повторите импорт; из файла ничего не добавлено.</translation>
    </message>
    <message>
      <source>Mend that line and load the codebook again; nothing was changed.</source>
      <translation>Исправьте эту строку и загрузите книгу кодов снова; ничего не изменилось.</translation>
    </message>
    <message>
      <source>Select the passage again; the document was reloaded.</source>
      <translation>Выделите отрывок заново: документ загружен снова.</translation>
    </message>
    <message>
      <source>Check the name; `intercoder info PROJECT` lists what there is.</source>
      <translation>Проверьте имя; `intercoder info PROJECT` показывает, что есть.</translation>
    </message>
    <message>
      <source>Mend it, or look for the plain text instead.</source>
      <translation>Исправьте его или ищите просто текст.</translation>
    </message>
    <message>
      <source>Undo reaches what you yourself did in this file; a merge is taken back by its copy.</source>
      <translation>Отменить можно то, что вы сами сделали в этом файле; слияние возвращается из копии.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Ничего не изменилось.</translation>
    </message>
    <message>
      <source>Nobody in these files is called “{name}”; “{name}={wish}” changed nothing.</source>
      <translation>В этих файлах никого не зовут «{name}»; «{name}={wish}» ничего не изменило.</translation>
    </message>
    <message>
      <source>{name}: coded segments whose words are gone from its text: {n}.</source>
      <translation>{name}: закодированных фрагментов, чьих слов больше нет в тексте: {n}.</translation>
    </message>
    <message>
      <source>“{name}” stands here already, in line {line}</source>
      <translation>«{name}» уже стоит в строке {line}</translation>
    </message>
    <message>
      <source>the key “{key}” is that of “{name}” already (line {line})</source>
      <translation>клавиша «{key}» уже занята кодом «{name}» (строка {line})</translation>
    </message>
    <message>
      <source>the id of “{name}” is that of “{twin}” (line {line})</source>
      <translation>у «{name}» тот же идентификатор, что у «{twin}» (строка {line})</translation>
    </message>
    <message>
      <source>“{color}” is no colour; write it as "#0072B2"</source>
      <translation>«{color}» — не цвет; пишите так: «#0072B2» в прямых кавычках</translation>
    </message>
    <message>
      <source>“{key}” is no key; it must be one to three letters or digits</source>
      <translation>«{key}» не клавиша; нужно от одной до трёх букв или цифр</translation>
    </message>
    <message>
      <source>“{written}” is no id; leave it as it was exported, or remove it</source>
      <translation>«{written}» — не идентификатор; оставьте его таким, каким он был при экспорте, или уберите</translation>
    </message>
    <message>
      <source>the key “{key}” can never be typed: “{other}” of “{name}” (line {line}) codes before</source>
      <translation>клавишу «{key}» нельзя набрать: раньше сработает «{other}» кода «{name}» (строка {line})</translation>
    </message>
    <message>
      <source>“{name}” is larger than any codebook.</source>
      <translation>«{name}» больше любой книги кодов.</translation>
    </message>
    <message>
      <source>Check that it is the right file.</source>
      <translation>Проверьте, тот ли это файл.</translation>
    </message>
    <message>
      <source>“{name}” is not a codebook file that is known.</source>
      <translation>«{name}» — не книга кодов известного вида.</translation>
    </message>
    <message>
      <source>Codebooks end in {suffixes}.</source>
      <translation>Книги кодов оканчиваются на {suffixes}.</translation>
    </message>
    <message>
      <source>“{name}” is not UTF-8.</source>
      <translation>Файл «{name}» — не в UTF-8.</translation>
    </message>
    <message>
      <source>Save it as UTF-8.</source>
      <translation>Сохраните его в UTF-8.</translation>
    </message>
    <message>
      <source>Check the file.</source>
      <translation>Проверьте файл.</translation>
    </message>
    <message>
      <source>Send the codebook file to the lead.</source>
      <translation>Пошлите файл книги кодов руководителю.</translation>
    </message>
    <message>
      <source>Line {line}: “{given}” is not an id of this program.</source>
      <translation>Строка {line}: «{given}» — не идентификатор этой программы.</translation>
    </message>
    <message>
      <source>Leave the id out, or copy it.</source>
      <translation>Уберите идентификатор или скопируйте его.</translation>
    </message>
    <message>
      <source>“{name}” does not get the key “{key}”: “{holder}” has “{there}” here.</source>
      <translation>«{name}» не получает клавишу «{key}»: здесь у «{holder}» уже «{there}».</translation>
    </message>
    <message>
      <source>this is not a codebook of the REFI exchange format</source>
      <translation>это не книга кодов формата обмена REFI</translation>
    </message>
    <message>
      <source>A .qdc needs at least one code, and the codebook has none.</source>
      <translation>В .qdc нужен хотя бы один код, а в книге кодов нет ни одного.</translation>
    </message>
    <message>
      <source>Add a code first.</source>
      <translation>Сначала добавьте код.</translation>
    </message>
    <message>
      <source>the code has no name</source>
      <translation>у кода нет названия</translation>
    </message>
    <message>
      <source>codes may stand {n} levels deep, not deeper</source>
      <translation>коды могут стоять не глубже чем на {n} уровнях</translation>
    </message>
    <message>
      <source>Export the codebook once more, and load that.</source>
      <translation>Выгрузите книгу кодов ещё раз и загрузите её.</translation>
    </message>
    <message>
      <source>“{word}” is no {key}; it must be {others} or {last}</source>
      <translation>«{word}» не подходит для «{key}»; возможно {others} или {last}</translation>
    </message>
    <message>
      <source>the qualifier “{name}”</source>
      <translation>уточнение «{name}»</translation>
    </message>
    <message>
      <source>“{word}” under “{column}” must be yes or no</source>
      <translation>«{word}» в столбце «{column}»: нужно yes или no</translation>
    </message>
    <message>
      <source>the first row must name the columns; there is none called “{column}”</source>
      <translation>первая строка должна называть столбцы; столбца «{column}» нет</translation>
    </message>
    <message>
      <source>{owner}, of kind {kind}, has no “values”</source>
      <translation>{owner}: при виде {kind} нужны «values»</translation>
    </message>
    <message>
      <source>{owner} has values, but its kind is {kind}</source>
      <translation>{owner}: есть значения, но вид — {kind}</translation>
    </message>
    <message>
      <source>“{heading}” is no column of a codebook; did you mean “{near}”?</source>
      <translation>«{heading}» — не столбец книги кодов; может быть, «{near}»?</translation>
    </message>
    <message>
      <source>there is no table of codes in the file</source>
      <translation>в файле нет таблицы кодов</translation>
    </message>
    <message>
      <source>several codes are called “{parent}”; write the parent's whole path</source>
      <translation>кодов с названием «{parent}» несколько; напишите путь родителя целиком</translation>
    </message>
    <message>
      <source>the row names no qualifier</source>
      <translation>строка не называет уточнения</translation>
    </message>
    <message>
      <source>{owner} has one value twice</source>
      <translation>{owner}: одно значение стоит дважды</translation>
    </message>
    <message>
      <source>Save it as .xlsx once more, and load that.</source>
      <translation>Сохраните ещё раз как .xlsx и загрузите этот файл.</translation>
    </message>
    <message>
      <source>the row names no code, or one level of its path is empty</source>
      <translation>строка не называет кода, или один уровень пути пуст</translation>
    </message>
    <message>
      <source>a codebook begins with “codebook: its title” and has a list of “codes:”</source>
      <translation>книга кодов начинается с «codebook: её название» и содержит список «codes:»</translation>
    </message>
    <message>
      <source>the codebook</source>
      <translation>книга кодов</translation>
    </message>
    <message>
      <source>codes</source>
      <translation>коды</translation>
    </message>
    <message>
      <source>a code must be a name, or keys that begin with “name:”, not {what}</source>
      <translation>код — это название или ключи, которые начинаются с «name:», а здесь {what}</translation>
    </message>
    <message>
      <source>the colour is empty; write it in quotes, as "#0072B2"</source>
      <translation>цвет пуст; пишите его в прямых кавычках: «#0072B2»</translation>
    </message>
    <message>
      <source>qualifiers</source>
      <translation>уточнения</translation>
    </message>
    <message>
      <source>the codebook has no “codes:”</source>
      <translation>в книге кодов нет «codes:»</translation>
    </message>
    <message>
      <source>version “{version}” of the codebook format is not known here, only {known}; a newer program may have written the file</source>
      <translation>версия формата книги кодов «{version}» здесь неизвестна, известна только {known}; возможно, файл записан более новой программой</translation>
    </message>
    <message>
      <source>a code</source>
      <translation>код</translation>
    </message>
    <message>
      <source>the code “{name}”</source>
      <translation>код «{name}»</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>ничего</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>список</translation>
    </message>
    <message>
      <source>a qualifier must be keys that begin with “name:”</source>
      <translation>уточнение — это ключи, которые начинаются с «name:»</translation>
    </message>
    <message>
      <source>a qualifier</source>
      <translation>уточнение</translation>
    </message>
    <message>
      <source>“{name}” does not hold one JSON object.</source>
      <translation>В файле «{name}» не один объект JSON.</translation>
    </message>
    <message>
      <source>“{name}”: “{key}” stands twice in one entry; the last one was taken.</source>
      <translation>«{name}»: «{key}» стоит в одной записи дважды; взято последнее.</translation>
    </message>
    <message>
      <source>“{name}” is not whole JSON: {error}.</source>
      <translation>«{name}» — не целый JSON: {error}.</translation>
    </message>
    <message>
      <source>Nearly the same text ({share:.0%}) is {where} as “{name}”.</source>
      <translation>Почти тот же текст ({share:.0%}) есть {where} под именем «{name}».</translation>
    </message>
    <message>
      <source>in the project</source>
      <translation>в проекте</translation>
    </message>
    <message>
      <source>in this import</source>
      <translation>среди добавляемых</translation>
    </message>
    <message>
      <source>It is {where} already.</source>
      <translation>Он уже есть {where}.</translation>
    </message>
    <message>
      <source>The same text is {where} as “{name}”.</source>
      <translation>Тот же текст есть {where} под именем «{name}».</translation>
    </message>
    <message>
      <source>It is another text of “{name}”, which is in the project.</source>
      <translation>Это другой текст документа «{name}», который есть в проекте.</translation>
    </message>
    <message>
      <source>Its file's name does not follow the pattern.</source>
      <translation>Имя его файла не соответствует образцу.</translation>
    </message>
    <message>
      <source>“{value}” does not fit the variable “{name}” and was left out: {why}</source>
      <translation>«{value}» не подходит для переменной «{name}» и не взято: {why}</translation>
    </message>
    <message>
      <source>{name}: {warning}</source>
      <translation>{name}: {warning}</translation>
    </message>
    <message>
      <source>There is a file “{name}” already.</source>
      <translation>Файл «{name}» уже есть.</translation>
    </message>
    <message>
      <source>Name another one: it may hold the key of another import.</source>
      <translation>Назовите другой: в этом может быть ключ другого импорта.</translation>
    </message>
    <message>
      <source>“{name}” cannot be written: {strerror}.</source>
      <translation>Файл «{name}» не удаётся записать: {strerror}.</translation>
    </message>
    <message>
      <source>Check the folder.</source>
      <translation>Проверьте папку.</translation>
    </message>
    <message>
      <source>There is nothing to read.</source>
      <translation>Читать нечего.</translation>
    </message>
    <message>
      <source>“{name}” cannot be read: {reason}.</source>
      <translation>«{name}» не удаётся прочитать: {reason}.</translation>
    </message>
    <message>
      <source>Check that the file is there and that you may read it.</source>
      <translation>Проверьте, что файл на месте и что вам можно его читать.</translation>
    </message>
    <message>
      <source>“{name}” is not the archive that it was.</source>
      <translation>«{name}» — уже не тот архив, что был.</translation>
    </message>
    <message>
      <source>Add it again.</source>
      <translation>Добавьте его снова.</translation>
    </message>
    <message>
      <source>“{name}” is a project of this program.</source>
      <translation>«{name}» — проект этой программы.</translation>
    </message>
    <message>
      <source>Bring it in with `merge`, or Team › Merge coder files.</source>
      <translation>Объедините его: команда `merge` или «Команда › Объединить файлы кодировщиков».</translation>
    </message>
    <message>
      <source>“{within}” is not in “{name}” any more.</source>
      <translation>«{within}» больше нет в «{name}».</translation>
    </message>
    <message>
      <source>Add the archive again.</source>
      <translation>Добавьте архив снова.</translation>
    </message>
    <message>
      <source>“{name}” is larger than {n} MB.</source>
      <translation>«{name}» больше {n} МБ.</translation>
    </message>
    <message>
      <source>Split it into parts.</source>
      <translation>Разделите его на части.</translation>
    </message>
    <message>
      <source>“{name}” is an archive within archives.</source>
      <translation>«{name}» — архив внутри архивов.</translation>
    </message>
    <message>
      <source>Unpack it, and import the files in it.</source>
      <translation>Распакуйте его и добавьте файлы из него.</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>целое число</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true или false</translation>
    </message>
    <message>
      <source>an object</source>
      <translation>объект</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>пусто</translation>
    </message>
    <message>
      <source>a number with a fraction</source>
      <translation>дробное число</translation>
    </message>
    <message>
      <source>something else</source>
      <translation>нечто другое</translation>
    </message>
    <message>
      <source>{where} is {kind}, not an object.</source>
      <translation>{where}: здесь {kind}, а нужен объект.</translation>
    </message>
    <message>
      <source>{where}: “{key}” is {kind}, not {what}.</source>
      <translation>{where}: «{key}» — {kind}, а нужно: {what}.</translation>
    </message>
    <message>
      <source>{where}: “{key}” is too large a number.</source>
      <translation>{where}: «{key}» — слишком большое число.</translation>
    </message>
    <message>
      <source>{where} has no “{key}”.</source>
      <translation>{where}: нет «{key}».</translation>
    </message>
    <message>
      <source>{where}: “{key}” is not a path of names.</source>
      <translation>{where}: «{key}» — не путь из названий.</translation>
    </message>
    <message>
      <source>{where}: “{key}” is a path of more than {max_depth} names.</source>
      <translation>{where}: «{key}» — путь длиннее допустимого (названий: {max_depth}).</translation>
    </message>
    <message>
      <source>{where}: “round” is below 1.</source>
      <translation>{where}: «round» меньше 1.</translation>
    </message>
    <message>
      <source>{where}: “{key}” is not known here and was left out.</source>
      <translation>{where}: «{key}» здесь неизвестно и пропущено.</translation>
    </message>
    <message>
      <source>{where}: a value under “{key}” has no name.</source>
      <translation>{where}: у значения под «{key}» нет названия.</translation>
    </message>
    <message>
      <source>{where}: “{name}” under “{key}” is {kind}, not a value.</source>
      <translation>{where}: «{name}» под «{key}» — {kind}, а не значение.</translation>
    </message>
    <message>
      <source>{where}: “{name}” under “{key}” is {value}, not a number that can be kept.</source>
      <translation>{where}: «{name}» под «{key}» — {value}; такое число нельзя сохранить.</translation>
    </message>
    <message>
      <source>{where}: the id “{given}” is not an id of this program.</source>
      <translation>{where}: «{given}» — не идентификатор этой программы.</translation>
    </message>
    <message>
      <source>{where}: “{key}” holds {kind}, not only text.</source>
      <translation>{where}: в «{key}» есть {kind}, а должен быть только текст.</translation>
    </message>
    <message>
      <source>“{name}” is not an exchange file of this program.</source>
      <translation>«{name}» — не файл обмена этой программы.</translation>
    </message>
    <message>
      <source>Its “format” says what it is.</source>
      <translation>Чем он является, сказано в его «format».</translation>
    </message>
    <message>
      <source>“{name}”: “version” is not a whole number.</source>
      <translation>«{name}»: «version» — не целое число.</translation>
    </message>
    <message>
      <source>“{name}” was written by a newer version.</source>
      <translation>«{name}» записан более новой версией.</translation>
    </message>
    <message>
      <source>Update this program and try again.</source>
      <translation>Обновите программу и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>“{name}” has no list “documents”.</source>
      <translation>В «{name}» нет списка «documents».</translation>
    </message>
    <message>
      <source>“{name}”: “{key}” is not known here and was left out.</source>
      <translation>«{name}»: «{key}» здесь неизвестно и пропущено.</translation>
    </message>
    <message>
      <source>“{name}”: “coders” is not a list.</source>
      <translation>«{name}»: «coders» — не список.</translation>
    </message>
    <message>
      <source>“{name}”: “{key}” is not a list.</source>
      <translation>«{name}»: «{key}» — не список.</translation>
    </message>
    <message>
      <source>{where} has no “text”.</source>
      <translation>{where}: нет «text».</translation>
    </message>
    <message>
      <source>{where}: “scope” is neither “passage” nor “document”.</source>
      <translation>{where}: «scope» — не «passage» и не «document».</translation>
    </message>
    <message>
      <source>{where}: “state” is none of {choices}.</source>
      <translation>{where}: «state» — ни одно из: {choices}.</translation>
    </message>
    <message>
      <source>{where}: the “color” {what} is not written like #0072B2.</source>
      <translation>{where}: «color» {what} записан не так, как #0072B2.</translation>
    </message>
    <message>
      <source>{where}: the “key” {what} is not one to three letters or digits.</source>
      <translation>{where}: «key» {what} — не от одной до трёх букв или цифр.</translation>
    </message>
    <message>
      <source>{where}: “kind” is none of {choices}.</source>
      <translation>{where}: «kind» — ни одно из: {choices}.</translation>
    </message>
    <message>
      <source>{where} has only one of “start” and “end”.</source>
      <translation>{where}: есть только одно из «start» и «end».</translation>
    </message>
    <message>
      <source>{where}: “purpose” is none of training, pilot, reliability, main.</source>
      <translation>{where}: «purpose» — ни одно из: training, pilot, reliability, main.</translation>
    </message>
    <message>
      <source>{where}: “{key}” is none of {choices}.</source>
      <translation>{where}: «{key}» — ни одно из: {choices}.</translation>
    </message>
    <message>
      <source>{where} is there twice; it counts once, finished if either says so.</source>
      <translation>{where}: запись стоит дважды; она учтена один раз и завершена, если так сказано хоть в одной.</translation>
    </message>
    <message>
      <source>{where} names a code {what} that is not in the codebook.</source>
      <translation>{where}: кода {what} нет в книге кодов.</translation>
    </message>
    <message>
      <source>{where}: “{name}” was forgotten for good in this project.</source>
      <translation>{where}: документ «{name}» навсегда забыт в этом проекте.</translation>
    </message>
    <message>
      <source>{where} names a document “{document}” that is nowhere.</source>
      <translation>{where}: документа «{document}» нигде нет.</translation>
    </message>
    <message>
      <source>{where}: several documents are called “{document}”.</source>
      <translation>{where}: документов с именем «{document}» несколько.</translation>
    </message>
    <message>
      <source>Say which with “document_index”.</source>
      <translation>Укажите который: «document_index».</translation>
    </message>
    <message>
      <source>{where}: there is no document number {index} in the file.</source>
      <translation>{where}: документа номер {index} в файле нет.</translation>
    </message>
    <message>
      <source>{where}: document number {index} is called “{name}”.</source>
      <translation>{where}: документ номер {index} называется «{name}».</translation>
    </message>
    <message>
      <source>{where}: “{name}” has another text in this project than in the file, so its place is unknown.</source>
      <translation>{where}: у документа «{name}» в этом проекте другой текст, чем в файле, и место в нём неизвестно.</translation>
    </message>
    <message>
      <source>Import the file into a project of its own, or give the document another name and id.</source>
      <translation>Импортируйте файл в отдельный проект или дайте документу другие имя и идентификатор.</translation>
    </message>
    <message>
      <source>{where}: “start” {start} is not before “end” {end}.</source>
      <translation>{where}: «start» {start} не раньше, чем «end» {end}.</translation>
    </message>
    <message>
      <source>{where}: {start} to {end} lies outside its text of {given_length} characters.</source>
      <translation>{where}: от {start} до {end} — за пределами текста (знаков в нём: {given_length}).</translation>
    </message>
    <message>
      <source>{where}: {start} to {end} marks only characters that no text keeps.</source>
      <translation>{where}: от {start} до {end} — только знаки, которых не хранит ни один текст.</translation>
    </message>
    <message>
      <source>{where} names a document {document} that is nowhere.</source>
      <translation>{where}: документа {document} нигде нет.</translation>
    </message>
    <message>
      <source>{where} stands in the file twice; the first one counts.</source>
      <translation>{where}: запись стоит в файле дважды; учтена первая.</translation>
    </message>
    <message>
      <source>removed</source>
      <translation>удалён</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>изменён</translation>
    </message>
    <message>
      <source>A coded segment ({name}) was {since} here since; it stays so.</source>
      <translation>Закодированный фрагмент ({name}) здесь с тех пор {since}; так и останется.</translation>
    </message>
    <message>
      <source>{where}: “{key}” is not text.</source>
      <translation>{where}: «{key}» — не текст.</translation>
    </message>
    <message>
      <source>{where} has no “name”.</source>
      <translation>{where}: нет «name».</translation>
    </message>
    <message>
      <source>{where}: a document is named by its name, or by an object that names it.</source>
      <translation>{where}: документ называют по имени или объектом, который его именует.</translation>
    </message>
    <message>
      <source>{where} does not say on which document it is, or where.</source>
      <translation>{where}: не сказано, в каком документе это и где.</translation>
    </message>
    <message>
      <source>{where}: “{key}” names nobody.</source>
      <translation>{where}: в «{key}» никто не назван.</translation>
    </message>
    <message>
      <source>{where}: a question on a document or coding is “asked” or “answered”.</source>
      <translation>{where}: вопрос о документе или фрагменте — это «asked» или «answered».</translation>
    </message>
    <message>
      <source>{where}: “documents” is not a list.</source>
      <translation>{where}: «documents» — не список.</translation>
    </message>
    <message>
      <source>{where}: “variables” is not an object.</source>
      <translation>{where}: «variables» — не объект.</translation>
    </message>
    <message>
      <source>{where} does not say where it starts and ends.</source>
      <translation>{where}: не сказано, где начало и конец.</translation>
    </message>
    <message>
      <source>{where}: “round” is no number from 1.</source>
      <translation>{where}: «round» — не число от 1.</translation>
    </message>
    <message>
      <source>{where}: “judged” and “result” are lists.</source>
      <translation>{where}: «judged» и «result» — это списки.</translation>
    </message>
    <message>
      <source>{where}: this {kind} was removed here since; it was not made anew.</source>
      <translation>{where}: эту запись ({kind}) здесь с тех пор удалили; заново она не создана.</translation>
    </message>
    <message>
      <source>{where}: this {kind} changed here since; it stays as it is here.</source>
      <translation>{where}: эту запись ({kind}) здесь с тех пор изменили; она остаётся как здесь.</translation>
    </message>
    <message>
      <source>{where} does not say on which code it is.</source>
      <translation>{where}: не сказано, к какому коду это относится.</translation>
    </message>
    <message>
      <source>{where} is on a coding that is nowhere.</source>
      <translation>{where}: относится к фрагменту, которого нигде нет.</translation>
    </message>
    <message>
      <source>{where}: “on” is none of study, document, code, coding, coder.</source>
      <translation>{where}: «on» — ни одно из: study, document, code, coding, coder.</translation>
    </message>
    <message>
      <source>The {kind} “{name}” was removed here since; it is back, as what was brought in needs it.</source>
      <translation>Запись «{name}» ({kind}) здесь с тех пор удалили; она возвращена, потому что нужна тому, что пришло.</translation>
    </message>
    <message>
      <source>The {kind} “{name}” was removed here since; it was not made anew.</source>
      <translation>Запись «{name}» ({kind}) здесь с тех пор удалили; заново она не создана.</translation>
    </message>
    <message>
      <source>“{name}” in {name2} is taken for the coder “{name}” here.</source>
      <translation>«{name}» из «{name2}» принят за кодировщика «{name}», который здесь есть.</translation>
    </message>
    <message>
      <source>“{name}” in {name2} was brought in as “{wish}”.</source>
      <translation>«{name}» из «{name2}» добавлен под именем «{wish}».</translation>
    </message>
    <message>
      <source>The {kind} “{name}” changed here since; it stays as it is here.</source>
      <translation>Запись «{name}» ({kind}) здесь с тех пор изменили; она остаётся как здесь.</translation>
    </message>
    <message>
      <source>The coder {reference} is named but not listed under “coders”.</source>
      <translation>Кодировщик {reference} упомянут, но в «coders» его нет.</translation>
    </message>
    <message>
      <source>Row {n} of the table of variables names “{name}”: several documents of that name.</source>
      <translation>Строка {n} таблицы переменных называет «{name}»: документов с таким именем несколько.</translation>
    </message>
    <message>
      <source>Row {n} of the table of variables names “{name}”: no document of that name.</source>
      <translation>Строка {n} таблицы переменных называет «{name}»: документа с таким именем нет.</translation>
    </message>
    <message>
      <source>“{name}” is not a table of variables.</source>
      <translation>«{name}» — не таблица переменных.</translation>
    </message>
    <message>
      <source>Its first row names the columns, its first column the documents.</source>
      <translation>В первой строке стоят названия столбцов, в первом столбце — документы.</translation>
    </message>
    <message>
      <source>“{name}” has rows longer than its header.</source>
      <translation>В «{name}» есть строки длиннее заголовка.</translation>
    </message>
    <message>
      <source>Quote cells that hold the delimiter.</source>
      <translation>Возьмите в кавычки ячейки, в которых есть разделитель.</translation>
    </message>
    <message>
      <source>The table of variables has no row for: {shown}.</source>
      <translation>В таблице переменных нет строки для: {shown}.</translation>
    </message>
    <message>
      <source>“{name}” cannot be read as a table: {error}.</source>
      <translation>«{name}» не удаётся прочитать как таблицу: {error}.</translation>
    </message>
    <message>
      <source>Check the file and its folder.</source>
      <translation>Проверьте файл и его папку.</translation>
    </message>
    <message>
      <source>Save it as UTF-8 .csv.</source>
      <translation>Сохраните её как .csv в UTF-8.</translation>
    </message>
    <message>
      <source>Row {n} of the table of variables: {wrong}</source>
      <translation>Строка {n} таблицы переменных: {wrong}</translation>
    </message>
    <message>
      <source>put a text that holds a colon in quotes, and indent sub-entries evenly</source>
      <translation>возьмите текст с двоеточием в кавычки и выровняйте отступы вложенных записей</translation>
    </message>
    <message>
      <source>indent with blanks, not tabs, and put a text that begins with @ ` or % in quotes</source>
      <translation>делайте отступы пробелами, а не табуляцией; текст, который начинается с @ ` или %, возьмите в кавычки</translation>
    </message>
    <message>
      <source>indent the entries of one list or one code evenly</source>
      <translation>сделайте одинаковый отступ у всех записей одного списка или одного кода</translation>
    </message>
    <message>
      <source>write a colon and a blank after each key</source>
      <translation>после каждого ключа ставьте двоеточие и пробел</translation>
    </message>
    <message>
      <source>close the quotation mark</source>
      <translation>закройте кавычку</translation>
    </message>
    <message>
      <source>close the list with ] and part its values by commas</source>
      <translation>закройте список знаком ] и разделите его значения запятыми</translation>
    </message>
    <message>
      <source>close the brace with {brace}</source>
      <translation>закройте фигурную скобку знаком {brace}</translation>
    </message>
    <message>
      <source>put a text that begins with * in quotes</source>
      <translation>возьмите текст, который начинается с *, в кавычки</translation>
    </message>
    <message>
      <source>put a text that begins with &amp; in quotes</source>
      <translation>возьмите текст, который начинается с &amp;, в кавычки</translation>
    </message>
    <message>
      <source>keep one codebook in one file, without a second ---</source>
      <translation>держите в одном файле одну книгу кодов, без второго ---</translation>
    </message>
    <message>
      <source>compare the line with its neighbours</source>
      <translation>сравните строку с соседними</translation>
    </message>
    <message>
      <source>this is not YAML ({problem}): {hint}</source>
      <translation>это не YAML ({problem}): {hint}</translation>
    </message>
    <message>
      <source>“{key}” of {owner} must be {wanted}, not {shape}</source>
      <translation>«{key}» ({owner}): нужно {wanted}, а стоит {shape}</translation>
    </message>
    <message>
      <source>keys with values</source>
      <translation>ключи со значениями</translation>
    </message>
    <message>
      <source>{words}; did you mean “{near}”?</source>
      <translation>{words}; может быть, «{near}»?</translation>
    </message>
    <message>
      <source>Mend these lines and load the codebook again; nothing was changed.</source>
      <translation>Исправьте эти строки и загрузите книгу кодов снова; ничего не изменилось.</translation>
    </message>
    <message>
      <source>{file}, line {line}: {words}</source>
      <translation>{file}, строка {line}: {words}</translation>
    </message>
    <message>
      <source>{alias} is an alias; write the text out, or put it in quotes</source>
      <translation>{alias} — это псевдоним YAML; напишите текст целиком или возьмите его в кавычки</translation>
    </message>
    <message>
      <source>{anchor} is an anchor; remove it, or put the text in quotes</source>
      <translation>{anchor} — это якорь YAML; уберите его или возьмите текст в кавычки</translation>
    </message>
    <message>
      <source>the tag {tag} is not read; remove it, or put the text in quotes</source>
      <translation>тег {tag} не читается; уберите его или возьмите текст в кавычки</translation>
    </message>
    <message>
      <source>a key of {owner} must be one word, such as “{key}”</source>
      <translation>{owner}: ключ — это одно слово, например «{key}»</translation>
    </message>
    <message>
      <source>texts</source>
      <translation>тексты</translation>
    </message>
    <message>
      <source>and {n} more mistakes</source>
      <translation>и ещё ошибок: {n}</translation>
    </message>
    <message>
      <source>{file}, row {line}: {words}</source>
      <translation>{file}, строка {line}: {words}</translation>
    </message>
    <message>
      <source>the sign {sign} cannot stand here; remove it</source>
      <translation>знак {sign} здесь стоять не может; уберите его</translation>
    </message>
    <message>
      <source>there are more lists inside lists than a codebook can hold</source>
      <translation>списков внутри списков больше, чем бывает в книге кодов</translation>
    </message>
    <message>
      <source>{owner} has no “{key}”</source>
      <translation>{owner}: «{key}» здесь не бывает</translation>
    </message>
    <message>
      <source>{owner} lacks its “{key}”</source>
      <translation>{owner}: нет «{key}»</translation>
    </message>
    <message>
      <source>one text</source>
      <translation>один текст</translation>
    </message>
    <message>
      <source>the “{key}” of {owner} is empty</source>
      <translation>{owner}: «{key}» пусто</translation>
    </message>
    <message>
      <source>a list of {of_what}, each on a line that begins with a dash</source>
      <translation>список ({of_what}), каждая запись в своей строке и начинается с дефиса</translation>
    </message>
    <message>
      <source>“{key}” stands here twice, first in line {line}</source>
      <translation>«{key}» стоит здесь дважды, впервые в строке {line}</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>список текстов</translation>
    </message>
    <message>
      <source>a value of “{key}” is empty</source>
      <translation>в «{key}» есть пустое значение</translation>
    </message>
    <message>
      <source>“{text}” is not a choice of texts.</source>
      <translation>«{text}» — не выбор текстов.</translation>
    </message>
    <message>
      <source>It is one of: {choices}.</source>
      <translation>Это одно из: {choices}.</translation>
    </message>
    <message>
      <source>“{name}” does not say what to write.</source>
      <translation>По имени «{name}» не видно, что записать.</translation>
    </message>
    <message>
      <source>End its name in one of: {known}.</source>
      <translation>Закончите имя одним из: {known}.</translation>
    </message>
    <message>
      <source>End its name in one of: {choices}.</source>
      <translation>Закончите имя одним из: {choices}.</translation>
    </message>
    <message>
      <source>Left out, as a .qdc holds codes only: qualifiers ({n}). An .xlsx has them.</source>
      <translation>Опущено, так как .qdc вмещает только коды: уточнения ({n}). В .xlsx они есть.</translation>
    </message>
    <message>
      <source>Left out, as a .csv holds codes only: qualifiers ({n}). An .xlsx has them.</source>
      <translation>Опущено, так как .csv вмещает только коды: уточнения ({n}). В .xlsx они есть.</translation>
    </message>
    <message>
      <source>“{title}”: in {guards} of the rows a text begins like a formula (= + - @ or a tab); a ' stands before it, so that no spreadsheet program runs it.</source>
      <translation>«{title}»: текст, который начинается как формула (= + - @ или табуляция), стоит после знака ', чтобы никакая программа таблиц его не выполнила; таких строк: {guards}.</translation>
    </message>
    <message>
      <source>“{title}”: halves of characters, which no file can hold, stand as � in {replaced} of the rows.</source>
      <translation>«{title}»: половинки знаков, которых не может быть в файле, показаны как �; таких строк: {replaced}.</translation>
    </message>
    <message>
      <source>Make the folder first.</source>
      <translation>Сначала создайте папку.</translation>
    </message>
    <message>
      <source>“{name}” is a folder.</source>
      <translation>«{name}» — папка.</translation>
    </message>
    <message>
      <source>“{name}” cannot be written: {reason}.</source>
      <translation>Файл «{name}» нельзя записать: {reason}.</translation>
    </message>
    <message>
      <source>Close it if another program has it open, and check the folder and the space on the disk.</source>
      <translation>Закройте его, если он открыт в другой программе, проверьте папку и место на диске.</translation>
    </message>
    <message>
      <source>“{name}” is a project file; an export never replaces one.</source>
      <translation>«{name}» — файл проекта; экспорт никогда не заменяет его.</translation>
    </message>
    <message>
      <source>End its name in {choices}.</source>
      <translation>Закончите имя одним из: {choices}.</translation>
    </message>
    <message>
      <source>A picture as {suffix} needs the window’s library, which is not here: {error}.</source>
      <translation>Для рисунка {suffix} нужна библиотека окна, а её здесь нет: {error}.</translation>
    </message>
    <message>
      <source>Write it as .svg; every browser and text processor shows it.</source>
      <translation>Запишите его как .svg: его покажет любой браузер и текстовый редактор.</translation>
    </message>
    <message>
      <source>Sheet “{title}”: what is in {cells} is longer than a spreadsheet cell holds ({most} units); it ends in “{cut}” ({first}). The .json export has the whole; so has the .csv for coded segments.</source>
      <translation>Лист «{title}»: слишком длинно для ячейки таблицы (больше {most} единиц), поэтому кончается на «{cut}» — {cells} ({first}). В экспорте .json всё целиком; закодированные фрагменты — и в .csv.</translation>
    </message>
    <message>
      <source>1 cell</source>
      <translation>1 ячейка</translation>
    </message>
    <message>
      <source>{n} cells</source>
      <translation>ячеек: {n}</translation>
    </message>
    <message>
      <source>Sheet “{title}”: control characters that a spreadsheet cannot hold are shown as signs such as ␀ or � in {cells} ({first}). The .json export has them as they are.</source>
      <translation>Лист «{title}»: управляющие знаки, которых не может быть в таблице, показаны знаками вроде ␀ или � — {cells} ({first}). В экспорте .json они такие, как есть.</translation>
    </message>
    <message>
      <source>Sheet “{title}”: {cells} hold text of the form _xHHHH_, which spreadsheet programs would take for a character; it is written so that they show it as it is ({first}).</source>
      <translation>Лист «{title}»: текст вида _xHHHH_, который программы таблиц приняли бы за знак, записан так, чтобы они показали его как есть — {cells} ({first}).</translation>
    </message>
    <message>
      <source>Sheet “{title}”: a sheet holds {most} columns; {more} more are left out here ({dropped} …). The .json export has everything.</source>
      <translation>Лист «{title}»: на листе помещается столбцов: {most}; здесь не вошло ещё {more} ({dropped} …). В экспорте .json есть всё.</translation>
    </message>
    <message>
      <source>“{title}” has {rows} rows, more than a sheet holds: it goes on in {sheets}.</source>
      <translation>В «{title}» строк: {rows} — больше, чем помещается на листе; продолжение — в {sheets}.</translation>
    </message>
    <message>
      <source>An exchange file holds the documents' texts, as positions mean nothing without them.</source>
      <translation>Файл обмена содержит тексты документов: без них положения отрывков ничего не значат.</translation>
    </message>
    <message>
      <source>Export .xlsx or .csv for a dataset without texts.</source>
      <translation>Для данных без текстов экспортируйте .xlsx или .csv.</translation>
    </message>
    <message>
      <source>Units cannot be cut by “{by}”.</source>
      <translation>Резать на единицы по «{by}» нельзя.</translation>
    </message>
    <message>
      <source>Choose one of: {choices}.</source>
      <translation>Выберите одно из: {choices}.</translation>
    </message>
    <message>
      <source>Another unit stands on that very passage.</source>
      <translation>На этом самом отрывке стоит другая единица.</translation>
    </message>
    <message>
      <source>There is a layer “{name}” already.</source>
      <translation>Слой «{name}» уже есть.</translation>
    </message>
    <message>
      <source>In a coder's package the units are as the lead gave them.</source>
      <translation>В пакете кодировщика единицы такие, какими их задал руководитель.</translation>
    </message>
    <message>
      <source>Tell the lead of it.</source>
      <translation>Скажите об этом руководителю.</translation>
    </message>
    <message>
      <source>There is nothing on that passage.</source>
      <translation>На этом отрывке ничего нет.</translation>
    </message>
    <message>
      <source>Select words.</source>
      <translation>Выделите слова.</translation>
    </message>
    <message>
      <source>Began the project “{title}”</source>
      <translation>Начат проект «{title}»</translation>
    </message>
    <message>
      <source>Began the project</source>
      <translation>Начат проект</translation>
    </message>
    <message>
      <source>Added {documents} documents</source>
      <translation>Добавлено документов: {documents}</translation>
    </message>
    <message>
      <source>Added documents</source>
      <translation>Добавлены документы</translation>
    </message>
    <message>
      <source>Added a document</source>
      <translation>Добавлен документ</translation>
    </message>
    <message>
      <source>Imported {files}</source>
      <translation>Импортировано: {files}</translation>
    </message>
    <message>
      <source>Imported files</source>
      <translation>Импортированы файлы</translation>
    </message>
    <message>
      <source>Brought in what a file of a study holds</source>
      <translation>Внесено содержимое файла исследования</translation>
    </message>
    <message>
      <source>Loaded the codebook “{title}”</source>
      <translation>Загружена книга кодов «{title}»</translation>
    </message>
    <message>
      <source>Loaded a codebook</source>
      <translation>Загружена книга кодов</translation>
    </message>
    <message>
      <source>Renamed “{before}” to “{name}”</source>
      <translation>«{before}» переименовано в «{name}»</translation>
    </message>
    <message>
      <source>Renamed a document</source>
      <translation>Переименован документ</translation>
    </message>
    <message>
      <source>Set {variable} of “{name}” to “{value}”</source>
      <translation>{variable} документа «{name}»: теперь «{value}»</translation>
    </message>
    <message>
      <source>Set a variable</source>
      <translation>Задано значение переменной</translation>
    </message>
    <message>
      <source>Added the variable “{name}”</source>
      <translation>Добавлена переменная «{name}»</translation>
    </message>
    <message>
      <source>Added a variable</source>
      <translation>Добавлена переменная</translation>
    </message>
    <message>
      <source>Changed the variable “{before}”</source>
      <translation>Изменена переменная «{before}»</translation>
    </message>
    <message>
      <source>Changed a variable</source>
      <translation>Изменена переменная</translation>
    </message>
    <message>
      <source>Removed the variable “{name}”, filled in for {documents} documents</source>
      <translation>Удалена переменная «{name}»; документов, где она была заполнена: {documents}</translation>
    </message>
    <message>
      <source>Removed a variable</source>
      <translation>Удалена переменная</translation>
    </message>
    <message>
      <source>Removed the variable “{name}”, filled in for 1 document</source>
      <translation>Удалена переменная «{name}», заполненная в 1 документе</translation>
    </message>
    <message>
      <source>Changed {cells} cells in the table of documents</source>
      <translation>Изменено ячеек в таблице документов: {cells}</translation>
    </message>
    <message>
      <source>Changed the table of documents</source>
      <translation>Изменена таблица документов</translation>
    </message>
    <message>
      <source>Changed 1 cell in the table of documents</source>
      <translation>Изменена 1 ячейка в таблице документов</translation>
    </message>
    <message>
      <source>Made the set “{name}” of {documents} documents</source>
      <translation>Создан набор «{name}», документов: {documents}</translation>
    </message>
    <message>
      <source>Made a set of documents</source>
      <translation>Создан набор документов</translation>
    </message>
    <message>
      <source>Made the set “{name}” of 1 document</source>
      <translation>Создан набор «{name}» из 1 документа</translation>
    </message>
    <message>
      <source>Renamed the set “{before}” to “{name}”</source>
      <translation>Набор «{before}» переименован в «{name}»</translation>
    </message>
    <message>
      <source>Renamed a set of documents</source>
      <translation>Переименован набор документов</translation>
    </message>
    <message>
      <source>Put {documents} documents into the set “{name}”</source>
      <translation>Добавлено документов в набор «{name}»: {documents}</translation>
    </message>
    <message>
      <source>Put documents into a set</source>
      <translation>Документы добавлены в набор</translation>
    </message>
    <message>
      <source>Put 1 document into the set “{name}”</source>
      <translation>1 документ добавлен в набор «{name}»</translation>
    </message>
    <message>
      <source>Took {documents} documents out of the set “{name}”</source>
      <translation>Убрано документов из набора «{name}»: {documents}</translation>
    </message>
    <message>
      <source>Took documents out of a set</source>
      <translation>Документы убраны из набора</translation>
    </message>
    <message>
      <source>Took 1 document out of the set “{name}”</source>
      <translation>1 документ убран из набора «{name}»</translation>
    </message>
    <message>
      <source>Removed the set “{name}”; its {documents} documents stay</source>
      <translation>Удалён набор «{name}»; остались его документы: {documents}</translation>
    </message>
    <message>
      <source>Removed a set of documents</source>
      <translation>Удалён набор документов</translation>
    </message>
    <message>
      <source>Removed the set “{name}”; its document stays</source>
      <translation>Удалён набор «{name}»; его документ остался</translation>
    </message>
    <message>
      <source>Gave “{name}” the new text of {file}</source>
      <translation>«{name}» получил новый текст из {file}</translation>
    </message>
    <message>
      <source>Gave a document a new text</source>
      <translation>Документ получил новый текст</translation>
    </message>
    <message>
      <source>Corrected “{before}” to “{words}” in “{name}”</source>
      <translation>Исправлено «{before}» на «{words}» в «{name}»</translation>
    </message>
    <message>
      <source>Corrected the text of a document</source>
      <translation>Исправлен текст документа</translation>
    </message>
    <message>
      <source>Removed documents: {documents}, with coded segments: {codings}</source>
      <translation>Удалены документы: {documents}, с закодированными фрагментами: {codings}</translation>
    </message>
    <message>
      <source>Removed documents</source>
      <translation>Удалены документы</translation>
    </message>
    <message>
      <source>Removed “{name}” with {codings} coded segments</source>
      <translation>Удалён «{name}»; закодированных фрагментов в нём: {codings}</translation>
    </message>
    <message>
      <source>Removed a document</source>
      <translation>Удалён документ</translation>
    </message>
    <message>
      <source>Removed “{name}” with 1 coded segment</source>
      <translation>Удалён «{name}» с 1 закодированным фрагментом</translation>
    </message>
    <message>
      <source>Added the code “{name}”</source>
      <translation>Добавлен код «{name}»</translation>
    </message>
    <message>
      <source>Added a code</source>
      <translation>Добавлен код</translation>
    </message>
    <message>
      <source>Proposed the code “{name}”</source>
      <translation>Предложен код «{name}»</translation>
    </message>
    <message>
      <source>Proposed a code</source>
      <translation>Предложен код</translation>
    </message>
    <message>
      <source>Changed the code “{before}”</source>
      <translation>Изменён код «{before}»</translation>
    </message>
    <message>
      <source>Changed a code</source>
      <translation>Изменён код</translation>
    </message>
    <message>
      <source>Moved the code “{name}”</source>
      <translation>Перемещён код «{name}»</translation>
    </message>
    <message>
      <source>Moved a code</source>
      <translation>Перемещён код</translation>
    </message>
    <message>
      <source>Merged the code “{name}” into “{into}”</source>
      <translation>Код «{name}» объединён с кодом «{into}»</translation>
    </message>
    <message>
      <source>Merged two codes</source>
      <translation>Объединены два кода</translation>
    </message>
    <message>
      <source>Took the code “{name}” out of “{into}” again</source>
      <translation>Код «{name}» снова отделён от «{into}»</translation>
    </message>
    <message>
      <source>Took merged codes apart</source>
      <translation>Разделены объединённые коды</translation>
    </message>
    <message>
      <source>Removed the code “{name}” with {codings} coded segments</source>
      <translation>Удалён код «{name}»; закодированных фрагментов: {codings}</translation>
    </message>
    <message>
      <source>Removed a code</source>
      <translation>Удалён код</translation>
    </message>
    <message>
      <source>Removed the code “{name}” with 1 coded segment</source>
      <translation>Удалён код «{name}» с 1 закодированным фрагментом</translation>
    </message>
    <message>
      <source>Added the qualifier “{name}”</source>
      <translation>Добавлено уточнение «{name}»</translation>
    </message>
    <message>
      <source>Added a qualifier</source>
      <translation>Добавлено уточнение</translation>
    </message>
    <message>
      <source>Changed the qualifier “{name}”</source>
      <translation>Изменено уточнение «{name}»</translation>
    </message>
    <message>
      <source>Changed a qualifier</source>
      <translation>Изменено уточнение</translation>
    </message>
    <message>
      <source>Removed the qualifier “{name}”, said of {codings} coded segments</source>
      <translation>Удалено уточнение «{name}»; фрагментов, о которых оно было сказано: {codings}</translation>
    </message>
    <message>
      <source>Removed a qualifier</source>
      <translation>Удалено уточнение</translation>
    </message>
    <message>
      <source>Removed the qualifier “{name}”, said of 1 coded segment</source>
      <translation>Удалено уточнение «{name}», сказанное об 1 закодированном фрагменте</translation>
    </message>
    <message>
      <source>Froze the codebook as “{name}”</source>
      <translation>Закреплена версия книги кодов «{name}»</translation>
    </message>
    <message>
      <source>Froze the codebook</source>
      <translation>Закреплена версия книги кодов</translation>
    </message>
    <message>
      <source>Coded “{quote}” in “{document}” with “{code}”</source>
      <translation>«{quote}» в «{document}»: поставлен код «{code}»</translation>
    </message>
    <message>
      <source>Coded a passage</source>
      <translation>Закодирован отрывок</translation>
    </message>
    <message>
      <source>Coded “{quote}” with the new code “{name}”</source>
      <translation>«{quote}»: поставлен новый код «{name}»</translation>
    </message>
    <message>
      <source>Coded a passage with a new code</source>
      <translation>Отрывок закодирован новым кодом</translation>
    </message>
    <message>
      <source>Coded {codings} passages with “{code}”</source>
      <translation>Закодировано отрывков: {codings}, код «{code}»</translation>
    </message>
    <message>
      <source>Coded passages that were found</source>
      <translation>Закодированы найденные отрывки</translation>
    </message>
    <message>
      <source>Coded 1 passage with “{code}”</source>
      <translation>Закодирован 1 отрывок: «{code}»</translation>
    </message>
    <message>
      <source>Coded with “{code}” instead of {instead} (passages: {codings})</source>
      <translation>Код «{code}» поставлен вместо {instead} (отрывков: {codings})</translation>
    </message>
    <message>
      <source>Coded with another code instead</source>
      <translation>Поставлен другой код вместо прежнего</translation>
    </message>
    <message>
      <source>Moved the ends of “{code}” to “{quote}”</source>
      <translation>Границы фрагмента «{code}» передвинуты: теперь «{quote}»</translation>
    </message>
    <message>
      <source>Moved the ends of a coded segment</source>
      <translation>Передвинуты границы закодированного фрагмента</translation>
    </message>
    <message>
      <source>Cut {documents} documents into {units} fixed units, by {by}</source>
      <translation>Разрезано документов: {documents}, заданных единиц: {units}, способ: {by}</translation>
    </message>
    <message>
      <source>Cut documents into fixed units</source>
      <translation>Документы разрезаны на заданные единицы</translation>
    </message>
    <message>
      <source>Cut a document into {units} fixed units, by {by}</source>
      <translation>Разрезан документ, заданных единиц: {units}, способ: {by}</translation>
    </message>
    <message>
      <source>Marked a fixed unit in “{document}”</source>
      <translation>Задана единица в «{document}»</translation>
    </message>
    <message>
      <source>Marked a fixed unit</source>
      <translation>Задана единица</translation>
    </message>
    <message>
      <source>Moved the ends of a fixed unit in “{document}”</source>
      <translation>Передвинуты границы заданной единицы в «{document}»</translation>
    </message>
    <message>
      <source>Moved the ends of a fixed unit</source>
      <translation>Передвинуты границы заданной единицы</translation>
    </message>
    <message>
      <source>Renamed the units of “{before}” to “{name}”</source>
      <translation>Единицы слоя «{before}» переименованы в «{name}»</translation>
    </message>
    <message>
      <source>Renamed a layer of fixed units</source>
      <translation>Переименован слой заданных единиц</translation>
    </message>
    <message>
      <source>Removed {units} fixed units</source>
      <translation>Удалено заданных единиц: {units}</translation>
    </message>
    <message>
      <source>Removed fixed units</source>
      <translation>Удалены заданные единицы</translation>
    </message>
    <message>
      <source>Removed a fixed unit</source>
      <translation>Удалена заданная единица</translation>
    </message>
    <message>
      <source>Said that none applies to a unit in “{document}”</source>
      <translation>Ответ на единицу в «{document}»: ни один код не подходит</translation>
    </message>
    <message>
      <source>Said that none applies to a unit</source>
      <translation>Ответ на единицу: ни один код не подходит</translation>
    </message>
    <message>
      <source>Took back that none applies to a unit in “{document}”</source>
      <translation>Снят ответ «ни один код не подходит» на единицу в «{document}»</translation>
    </message>
    <message>
      <source>Took back that none applies</source>
      <translation>Снят ответ «ни один код не подходит»</translation>
    </message>
    <message>
      <source>Asked the lead about “{quote}”</source>
      <translation>Вопрос руководителю: «{quote}»</translation>
    </message>
    <message>
      <source>Asked the lead</source>
      <translation>Задан вопрос руководителю</translation>
    </message>
    <message>
      <source>Changed a question to the lead</source>
      <translation>Изменён вопрос руководителю</translation>
    </message>
    <message>
      <source>Took a question to the lead back</source>
      <translation>Снят вопрос руководителю</translation>
    </message>
    <message>
      <source>Answered a question of {coder}</source>
      <translation>Получен ответ на вопрос, который задал(а) {coder}</translation>
    </message>
    <message>
      <source>Answered a question</source>
      <translation>Дан ответ на вопрос</translation>
    </message>
    <message>
      <source>Opened a question of {coder} again</source>
      <translation>Снова открыт вопрос, который задал(а) {coder}</translation>
    </message>
    <message>
      <source>Opened a question again</source>
      <translation>Снова открыт вопрос</translation>
    </message>
    <message>
      <source>Removed {codings} coded segments</source>
      <translation>Удалено закодированных фрагментов: {codings}</translation>
    </message>
    <message>
      <source>Removed coded segments</source>
      <translation>Удалены закодированные фрагменты</translation>
    </message>
    <message>
      <source>Removed a coded segment</source>
      <translation>Удалён закодированный фрагмент</translation>
    </message>
    <message>
      <source>Changed “{before}” to “{code}” on a passage</source>
      <translation>На отрывке код «{before}» заменён на «{code}»</translation>
    </message>
    <message>
      <source>Changed the code of a passage</source>
      <translation>Заменён код отрывка</translation>
    </message>
    <message>
      <source>Wrote a memo on “{code}”</source>
      <translation>Написана заметка о «{code}»</translation>
    </message>
    <message>
      <source>Wrote a memo</source>
      <translation>Написана заметка</translation>
    </message>
    <message>
      <source>Wrote a memo ({kind}: {about})</source>
      <translation>Написана заметка ({kind}: {about})</translation>
    </message>
    <message>
      <source>Changed a memo ({kind})</source>
      <translation>Изменена заметка ({kind})</translation>
    </message>
    <message>
      <source>Changed a memo</source>
      <translation>Изменена заметка</translation>
    </message>
    <message>
      <source>Removed a memo ({kind})</source>
      <translation>Удалена заметка ({kind})</translation>
    </message>
    <message>
      <source>Removed a memo</source>
      <translation>Удалена заметка</translation>
    </message>
    <message>
      <source>Set {qualifier} of “{code}” to “{value}”</source>
      <translation>{qualifier} фрагмента «{code}»: теперь «{value}»</translation>
    </message>
    <message>
      <source>Set a qualifier</source>
      <translation>Задано уточнение</translation>
    </message>
    <message>
      <source>Added the coder “{name}”</source>
      <translation>Добавлен кодировщик «{name}»</translation>
    </message>
    <message>
      <source>Added a coder</source>
      <translation>Добавлен кодировщик</translation>
    </message>
    <message>
      <source>Renamed a coder</source>
      <translation>Переименован кодировщик</translation>
    </message>
    <message>
      <source>Said that “{name}” is “{same_as}”</source>
      <translation>Указано, что «{name}» — это «{same_as}»</translation>
    </message>
    <message>
      <source>United two coders</source>
      <translation>Два кодировщика объединены в одно лицо</translation>
    </message>
    <message>
      <source>Assigned {documents} documents</source>
      <translation>Назначено документов: {documents}</translation>
    </message>
    <message>
      <source>Assigned 1 document</source>
      <translation>Назначен 1 документ</translation>
    </message>
    <message>
      <source>Marked {documents} documents finished or open</source>
      <translation>Отмечено документов завершёнными или открытыми: {documents}</translation>
    </message>
    <message>
      <source>Marked documents finished or open</source>
      <translation>Документы отмечены завершёнными или открытыми</translation>
    </message>
    <message>
      <source>Marked “{name}” finished or open</source>
      <translation>«{name}» отмечен завершённым или открытым</translation>
    </message>
    <message>
      <source>Marked {documents} documents finished</source>
      <translation>Отмечено документов завершёнными: {documents}</translation>
    </message>
    <message>
      <source>Marked documents finished</source>
      <translation>Документы отмечены завершёнными</translation>
    </message>
    <message>
      <source>Marked “{name}” finished</source>
      <translation>«{name}» отмечен завершённым</translation>
    </message>
    <message>
      <source>Opened {documents} finished documents again</source>
      <translation>Снова открыто завершённых документов: {documents}</translation>
    </message>
    <message>
      <source>Opened finished documents again</source>
      <translation>Завершённые документы снова открыты</translation>
    </message>
    <message>
      <source>Opened “{name}” again</source>
      <translation>«{name}» снова открыт</translation>
    </message>
    <message>
      <source>Said how agreement is counted</source>
      <translation>Указано, как считать согласованность</translation>
    </message>
    <message>
      <source>Said how the sample of round {round} was drawn</source>
      <translation>Указано, как строилась выборка раунда {round}</translation>
    </message>
    <message>
      <source>Said how the sample was drawn</source>
      <translation>Указано, как строилась выборка</translation>
    </message>
    <message>
      <source>Fixed how agreement is counted in round {round}</source>
      <translation>Закреплено, как считать согласованность в раунде {round}</translation>
    </message>
    <message>
      <source>Fixed how agreement is counted</source>
      <translation>Закреплено, как считать согласованность</translation>
    </message>
    <message>
      <source>Looked at others’ coded segments in {documents} documents</source>
      <translation>Просмотрены чужие закодированные фрагменты, документов: {documents}</translation>
    </message>
    <message>
      <source>Looked at others’ coded segments</source>
      <translation>Просмотрены чужие закодированные фрагменты</translation>
    </message>
    <message>
      <source>Looked at others’ coded segments in 1 document</source>
      <translation>Просмотрены чужие закодированные фрагменты в 1 документе</translation>
    </message>
    <message>
      <source>Opened a document for the first time</source>
      <translation>Документ открыт впервые</translation>
    </message>
    <message>
      <source>Wrote the key-word list “{name}”</source>
      <translation>Записан список ключевых слов «{name}»</translation>
    </message>
    <message>
      <source>Wrote a key-word list</source>
      <translation>Записан список ключевых слов</translation>
    </message>
    <message>
      <source>Removed the key-word list “{name}”</source>
      <translation>Удалён список ключевых слов «{name}»</translation>
    </message>
    <message>
      <source>Removed a key-word list</source>
      <translation>Удалён список ключевых слов</translation>
    </message>
    <message>
      <source>Settled the {field} of “{name}”</source>
      <translation>Решён конфликт: {field}, «{name}»</translation>
    </message>
    <message>
      <source>Settled an edit conflict</source>
      <translation>Решён конфликт правок</translation>
    </message>
    <message>
      <source>Merged “{file}”: {added} changes</source>
      <translation>Объединено: «{file}», изменений: {added}</translation>
    </message>
    <message>
      <source>Merged a file</source>
      <translation>Объединён файл</translation>
    </message>
    <message>
      <source>Merged “{file}”: 1 change</source>
      <translation>Объединено: «{file}», 1 изменение</translation>
    </message>
    <message>
      <source>Took back: {act}</source>
      <translation>Отменено: {act}</translation>
    </message>
    <message>
      <source>Took back or did again something that is not in this file</source>
      <translation>Отменено или сделано снова то, чего в этом файле нет</translation>
    </message>
    <message>
      <source>Did again: {act}</source>
      <translation>Сделано снова: {act}</translation>
    </message>
    <message>
      <source>coding</source>
      <translation>фрагмент</translation>
    </message>
    <message>
      <source>paragraph</source>
      <translation>абзац</translation>
    </message>
    <message>
      <source>sentence</source>
      <translation>предложение</translation>
    </message>
    <message>
      <source>color</source>
      <translation>цвет</translation>
    </message>
    <message>
      <source>exclusive</source>
      <translation>взаимоисключающие подкоды</translation>
    </message>
    <message>
      <source>title</source>
      <translation>заголовок</translation>
    </message>
    <message>
      <source>body</source>
      <translation>текст заметки</translation>
    </message>
    <message>
      <source>parent_id</source>
      <translation>место в дереве</translation>
    </message>
    <message>
      <source>merged_into</source>
      <translation>с чем объединён</translation>
    </message>
    <message>
      <source>same_as</source>
      <translation>с кем или с чем это одно и то же</translation>
    </message>
    <message>
      <source>exists</source>
      <translation>удалён или оставлен</translation>
    </message>
    <message>
      <source>text_hash</source>
      <translation>текст</translation>
    </message>
    <message>
      <source>variables</source>
      <translation>переменные</translation>
    </message>
    <message>
      <source>values</source>
      <translation>значения</translation>
    </message>
    <message>
      <source>kind</source>
      <translation>вид</translation>
    </message>
    <message>
      <source>“{name}” is bigger than {size} MB.</source>
      <translation>«{name}» больше {size} МБ.</translation>
    </message>
    <message>
      <source>Split it into documents that people can read.</source>
      <translation>Разделите его на документы, которые можно прочесть.</translation>
    </message>
    <message>
      <source>“{name}” holds {n} documents.</source>
      <translation>В «{name}» документов: {n}.</translation>
    </message>
    <message>
      <source>Import the file as a whole.</source>
      <translation>Импортируйте файл целиком.</translation>
    </message>
    <message>
      <source>“{name}” is an archive.</source>
      <translation>«{name}» — архив.</translation>
    </message>
    <message>
      <source>“{name}” is a whole study, not a source document.</source>
      <translation>«{name}» — целое исследование, а не документ-источник.</translation>
    </message>
    <message>
      <source>Import or merge it as a study.</source>
      <translation>Импортируйте или объедините его как исследование.</translation>
    </message>
    <message>
      <source>There is no document with text in “{name}”.</source>
      <translation>В «{name}» нет ни одного документа с текстом.</translation>
    </message>
    <message>
      <source>Check that it is there and yours to read.</source>
      <translation>Проверьте, что он на месте и что вам можно его читать.</translation>
    </message>
    <message>
      <source>By its name it is “.{suffix}”, by its content “.{kind}”; it was read as that.</source>
      <translation>По имени это «.{suffix}», по содержанию — «.{kind}»; прочитан как «.{kind}».</translation>
    </message>
    <message>
      <source>it cannot be opened</source>
      <translation>он не открывается</translation>
    </message>
    <message>
      <source>There are no files in “{name}”.</source>
      <translation>В «{name}» нет файлов.</translation>
    </message>
    <message>
      <source>Check that it is the right archive.</source>
      <translation>Проверьте, тот ли это архив.</translation>
    </message>
    <message>
      <source>The file is damaged: the document is missing in it.</source>
      <translation>Файл повреждён: в нём нет самого документа.</translation>
    </message>
    <message>
      <source>Comments in the margin were left out.</source>
      <translation>Примечания на полях не взяты.</translation>
    </message>
    <message>
      <source>The document is nested deeper than any real one.</source>
      <translation>Вложенность документа больше, чем бывает на самом деле.</translation>
    </message>
    <message>
      <source>Hidden text was left out.</source>
      <translation>Скрытый текст не взят.</translation>
    </message>
    <message>
      <source>{symbols} signs of symbol fonts stand as “�”.</source>
      <translation>Знаков символьных шрифтов, вместо которых стоит «�»: {symbols}.</translation>
    </message>
    <message>
      <source>{lost} characters could not be read as {encoding} and stand as “�”.</source>
      <translation>Знаков, которые не прочитались как {encoding} и стоят как «�»: {lost}.</translation>
    </message>
    <message>
      <source>The encoding was guessed to be {name}; if letters look wrong, choose another one.</source>
      <translation>Кодировка определена по догадке: {name}; если буквы выглядят неверно, выберите другую.</translation>
    </message>
    <message>
      <source>The text held NUL characters; they stand as “�”.</source>
      <translation>В тексте были знаки NUL; вместо них стоит «�».</translation>
    </message>
    <message>
      <source>There is no encoding “{encoding}”.</source>
      <translation>Кодировки «{encoding}» нет.</translation>
    </message>
    <message>
      <source>Try utf-8, cp1251, koi8-r, cp866, utf-16 or latin-1.</source>
      <translation>Попробуйте utf-8, cp1251, koi8-r, cp866, utf-16 или latin-1.</translation>
    </message>
    <message>
      <source>This is not a text that can be read.</source>
      <translation>Это не текст, который можно прочитать.</translation>
    </message>
    <message>
      <source>The bytes are not {encoding}.</source>
      <translation>Эти байты — не {encoding}.</translation>
    </message>
    <message>
      <source>Choose another encoding.</source>
      <translation>Выберите другую кодировку.</translation>
    </message>
    <message>
      <source>Parts of the book are missing in the file.</source>
      <translation>В файле нет некоторых частей книги.</translation>
    </message>
    <message>
      <source>The file is damaged: the book is missing in it.</source>
      <translation>Файл повреждён: в нём нет самой книги.</translation>
    </message>
    <message>
      <source>Get the file once more.</source>
      <translation>Получите файл ещё раз.</translation>
    </message>
    <message>
      <source>The book is locked by copy protection.</source>
      <translation>Книга закрыта защитой от копирования.</translation>
    </message>
    <message>
      <source>Import a copy without protection.</source>
      <translation>Импортируйте копию без защиты.</translation>
    </message>
    <message>
      <source>Write it like {date}_{outlet}_{title}; {day:date} and {page:number} give kinds, {} is passed over.</source>
      <translation>Пишите так: {date}_{outlet}_{title}; {day:date} и {page:number} задают вид значения, {} пропускается.</translation>
    </message>
    <message>
      <source>“{written}” is no pattern of file names.</source>
      <translation>«{written}» — не образец имён файлов.</translation>
    </message>
    <message>
      <source>“{kind}” in the pattern is no kind of value.</source>
      <translation>«{kind}» в образце — не вид значения.</translation>
    </message>
    <message>
      <source>Kinds are: {choices}.</source>
      <translation>Виды такие: {choices}.</translation>
    </message>
    <message>
      <source>The pattern names “{name}” twice.</source>
      <translation>В образце дважды стоит «{name}».</translation>
    </message>
    <message>
      <source>There is no file or folder “{path}”.</source>
      <translation>Файла или папки «{path}» нет.</translation>
    </message>
    <message>
      <source>Check its name and where it lies.</source>
      <translation>Проверьте имя и место.</translation>
    </message>
    <message>
      <source>The letter is damaged and cannot be read.</source>
      <translation>Письмо повреждено, прочитать его нельзя.</translation>
    </message>
    <message>
      <source>Save it again from the mail program.</source>
      <translation>Сохраните его заново из почтовой программы.</translation>
    </message>
    <message>
      <source>The letter has too many parts to be one.</source>
      <translation>Для письма в нём слишком много частей.</translation>
    </message>
    <message>
      <source>Save its text and import that.</source>
      <translation>Сохраните его текст и импортируйте.</translation>
    </message>
    <message>
      <source>The letter is nested deeper than any real one.</source>
      <translation>Вложенность письма больше, чем бывает на самом деле.</translation>
    </message>
    <message>
      <source>Attached and not read: {names}.</source>
      <translation>Вложения, которые не прочитаны: {names}.</translation>
    </message>
    <message>
      <source>Letters without words in it, left out: {empty}.</source>
      <translation>Писем без слов, не взято: {empty}.</translation>
    </message>
    <message>
      <source>Letters that are damaged, left out: {broken}.</source>
      <translation>Повреждённых писем, не взято: {broken}.</translation>
    </message>
    <message>
      <source>There is no page in the web archive.</source>
      <translation>В веб-архиве нет страницы.</translation>
    </message>
    <message>
      <source>Open it in a browser and save the page as HTML.</source>
      <translation>Откройте его в браузере и сохраните страницу как HTML.</translation>
    </message>
    <message>
      <source>It is too long for its headings and emphasis to be looked for.</source>
      <translation>Файл слишком длинный, заголовки и выделения в нём не искались.</translation>
    </message>
    <message>
      <source>Some of its paragraphs are too long for emphasis in them to be looked for.</source>
      <translation>Некоторые абзацы слишком длинные, выделения в них не искались.</translation>
    </message>
    <message>
      <source>The file is locked with a password.</source>
      <translation>Файл закрыт паролем.</translation>
    </message>
    <message>
      <source>Save it without a password and import that.</source>
      <translation>Сохраните его без пароля и импортируйте.</translation>
    </message>
    <message>
      <source>The file is damaged: it cannot be unpacked.</source>
      <translation>Файл повреждён: его не удаётся распаковать.</translation>
    </message>
    <message>
      <source>The file is damaged: its XML cannot be read.</source>
      <translation>Файл повреждён: его XML не читается.</translation>
    </message>
    <message>
      <source>The file declares entities of its own, as documents never do; it was not read.</source>
      <translation>Файл объявляет собственные сущности, чего в документах не бывает; он не прочитан.</translation>
    </message>
    <message>
      <source>Open it in the program that made it, save it again, and import the new file.</source>
      <translation>Откройте его в той программе, где он сделан, сохраните заново и импортируйте новый файл.</translation>
    </message>
    <message>
      <source>The file holds too many parts to be a document.</source>
      <translation>Для документа в файле слишком много частей.</translation>
    </message>
    <message>
      <source>The file unpacks to far more than a document holds; it was not read.</source>
      <translation>После распаковки файл гораздо больше, чем бывает документ; он не прочитан.</translation>
    </message>
    <message>
      <source>The PDF holds no text, only pictures of its pages (a scan).</source>
      <translation>В PDF нет текста, только изображения страниц (скан).</translation>
    </message>
    <message>
      <source>Have its text recognised: with --ocr LANGUAGE where Tesseract is installed, or with OCRmyPDF or Acrobat.</source>
      <translation>Распознайте текст: параметром --ocr LANGUAGE, если установлен Tesseract, или в OCRmyPDF либо Acrobat.</translation>
    </message>
    <message>
      <source>Lines that repeat on the pages are in the text ({n}): {examples}.</source>
      <translation>Строки, повторяющиеся на страницах, вошли в текст ({n}): {examples}.</translation>
    </message>
    <message>
      <source>page {shown}</source>
      <translation>стр. {shown}</translation>
    </message>
    <message>
      <source>pages {shown}</source>
      <translation>стр. {shown}</translation>
    </message>
    <message>
      <source>The PDF holds only pictures, and no text was recognised in them.</source>
      <translation>В PDF только изображения страниц, и текста в них не распознано.</translation>
    </message>
    <message>
      <source>Check the language given with --ocr.</source>
      <translation>Проверьте язык, указанный в --ocr.</translation>
    </message>
    <message>
      <source>The PDF has no pages.</source>
      <translation>В PDF нет страниц.</translation>
    </message>
    <message>
      <source>Open it in a reader, save it again, and import the new file.</source>
      <translation>Откройте его в программе просмотра, сохраните заново и импортируйте новый файл.</translation>
    </message>
    <message>
      <source>Lines that repeat on the pages were left out ({n}): {examples}.</source>
      <translation>Строки, повторяющиеся на страницах, не взяты ({n}): {examples}.</translation>
    </message>
    <message>
      <source>{n} of {pages} pages hold no text: {what}.</source>
      <translation>Страниц без текста: {n} из {pages} ({what}).</translation>
    </message>
    <message>
      <source>The text of {what} was recognised from a picture; compare it with the page.</source>
      <translation>Текст распознан с изображения ({what}); сверьте его со страницей.</translation>
    </message>
    <message>
      <source>Characters without a meaning in the PDF stand as “�”: {n}, on {what}.</source>
      <translation>Знаки, у которых в PDF нет значения, стоят как «�»: {n} ({what}).</translation>
    </message>
    <message>
      <source>Signs that only the PDF's font knows stand as they are: {n}, on {what}.</source>
      <translation>Знаки, известные только шрифту PDF, оставлены как есть: {n} ({what}).</translation>
    </message>
    <message>
      <source>Signs that could not be read, such as emoji, are missing on {what}.</source>
      <translation>Знаков, которые не прочитались (например, эмодзи), в тексте нет: {what}.</translation>
    </message>
    <message>
      <source>The PDF is damaged and cannot be opened.</source>
      <translation>PDF повреждён и не открывается.</translation>
    </message>
    <message>
      <source>The PDF is locked with a password.</source>
      <translation>PDF закрыт паролем.</translation>
    </message>
    <message>
      <source>Print it into a new PDF without a password, and import that.</source>
      <translation>Напечатайте его в новый PDF без пароля и импортируйте.</translation>
    </message>
    <message>
      <source>“{language}” is no language of Tesseract.</source>
      <translation>«{language}» — не язык Tesseract.</translation>
    </message>
    <message>
      <source>Write for instance eng, rus or rus+eng.</source>
      <translation>Пишите, например, eng, rus или rus+eng.</translation>
    </message>
    <message>
      <source>Recognising text needs the program Tesseract, which is not on this machine.</source>
      <translation>Для распознавания нужна программа Tesseract, а её на этом компьютере нет.</translation>
    </message>
    <message>
      <source>Install tesseract-ocr with the language “{language}”, or have the text recognised elsewhere.</source>
      <translation>Установите tesseract-ocr с языком «{language}» или распознайте текст в другом месте.</translation>
    </message>
    <message>
      <source>it gave no reason</source>
      <translation>причина не названа</translation>
    </message>
    <message>
      <source>Tesseract could not read page {n}: {reason}</source>
      <translation>Tesseract не смог прочитать страницу {n}: {reason}</translation>
    </message>
    <message>
      <source>Check that its language “{language}” is installed.</source>
      <translation>Проверьте, установлен ли для него язык «{language}».</translation>
    </message>
    <message>
      <source>Recognising page {n} took longer than {patience:.0f} seconds.</source>
      <translation>Распознавание страницы {n} заняло больше {patience:.0f} с.</translation>
    </message>
    <message>
      <source>Have the text recognised with OCRmyPDF or Acrobat, and import that.</source>
      <translation>Распознайте текст в OCRmyPDF или Acrobat и импортируйте.</translation>
    </message>
    <message>
      <source>Tesseract cannot be started: {strerror}.</source>
      <translation>Tesseract не запускается: {strerror}.</translation>
    </message>
    <message>
      <source>Check how it is installed.</source>
      <translation>Проверьте, как он установлен.</translation>
    </message>
    <message>
      <source>Each row holds a name as it is written in the texts, and the pseudonym that takes its place.</source>
      <translation>В каждой строке — имя, как оно пишется в текстах, и псевдоним, который встанет на его место.</translation>
    </message>
    <message>
      <source>The list of names is empty.</source>
      <translation>Список имён пуст.</translation>
    </message>
    <message>
      <source>“{name}” cannot be read: {strerror}.</source>
      <translation>«{name}» не удаётся прочитать: {strerror}.</translation>
    </message>
    <message>
      <source>Check the path.</source>
      <translation>Проверьте путь.</translation>
    </message>
    <message>
      <source>Entry {n} of “{name}” lacks a name or a pseudonym.</source>
      <translation>В записи {n} списка «{name}» нет имени или псевдонима.</translation>
    </message>
    <message>
      <source>The list gives “{name}” two pseudonyms.</source>
      <translation>Список даёт имени «{name}» два псевдонима.</translation>
    </message>
    <message>
      <source>Keep one of the rows.</source>
      <translation>Оставьте одну из строк.</translation>
    </message>
    <message>
      <source>Save the table as .csv (UTF-8) or .xlsx: coders' names in the first row, one row per unit.</source>
      <translation>Сохраните таблицу как .csv (UTF-8) или .xlsx: имена кодировщиков в первой строке, дальше строка на единицу.</translation>
    </message>
    <message>
      <source>“{name}” is not a table in text form.</source>
      <translation>«{name}» — не таблица в виде текста.</translation>
    </message>
    <message>
      <source>“{name}” is empty.</source>
      <translation>Файл «{name}» пуст.</translation>
    </message>
    <message>
      <source>The first column ({title}) was read as labels of the units, not as a coder.</source>
      <translation>Первый столбец ({title}) принят за подписи единиц, а не за кодировщика.</translation>
    </message>
    <message>
      <source>{dropped} empty columns without a name were left out.</source>
      <translation>Пустых столбцов без имени, не взято: {dropped}.</translation>
    </message>
    <message>
      <source>Split the table.</source>
      <translation>Разделите таблицу.</translation>
    </message>
    <message>
      <source>Check the name and that the file may be opened.</source>
      <translation>Проверьте имя и можно ли открыть файл.</translation>
    </message>
    <message>
      <source>“{name}”, row {line_num}: {error}.</source>
      <translation>«{name}», строка {line_num}: {error}.</translation>
    </message>
    <message>
      <source>“{name}” is not UTF-8 text (byte {n}).</source>
      <translation>«{name}» — не текст в UTF-8 (байт {n}).</translation>
    </message>
    <message>
      <source>“{name}” is not a readable .xlsx workbook.</source>
      <translation>«{name}» — не книга .xlsx, которую можно прочитать.</translation>
    </message>
    <message>
      <source>“{name}”, row {line}: {n} cells, but the first row has {n2}.</source>
      <translation>«{name}», строка {line}: ячеек {n}, а в первой строке — {n2}.</translation>
    </message>
    <message>
      <source>Give every row as many cells as there are columns; leave missing values empty.</source>
      <translation>В каждой строке должно быть столько ячеек, сколько столбцов; пропуски оставьте пустыми.</translation>
    </message>
    <message>
      <source>“{name}”: two columns are named “{title}”.</source>
      <translation>«{name}»: два столбца называются «{title}».</translation>
    </message>
    <message>
      <source>Give each coder a name of their own.</source>
      <translation>Дайте каждому кодировщику своё имя.</translation>
    </message>
    <message>
      <source>“{name}”: column {n} has values, but no coder's name in the first row.</source>
      <translation>«{name}»: в столбце {n} есть значения, но в первой строке нет имени кодировщика.</translation>
    </message>
    <message>
      <source>{lost} characters could not be read and stand as “�”.</source>
      <translation>Знаков, которые не прочитались и стоят как «�»: {lost}.</translation>
    </message>
    <message>
      <source>Its sheet holds far more than a table of texts.</source>
      <translation>На его листе гораздо больше, чем бывает в таблице текстов.</translation>
    </message>
    <message>
      <source>Delete the empty rows and columns behind the table, or split it into several tables.</source>
      <translation>Удалите пустые строки и столбцы за таблицей или разделите её на несколько таблиц.</translation>
    </message>
    <message>
      <source>The file declares entities of its own, as workbooks never do; it was not read.</source>
      <translation>Файл объявляет собственные сущности, чего в книгах не бывает; он не прочитан.</translation>
    </message>
    <message>
      <source>It is a workbook of the binary kind (.xlsb).</source>
      <translation>Это книга двоичного вида (.xlsb).</translation>
    </message>
    <message>
      <source>Save it as .xlsx and import that.</source>
      <translation>Сохраните её как .xlsx и импортируйте.</translation>
    </message>
    <message>
      <source>“{name}” is a picture.</source>
      <translation>«{name}» — изображение.</translation>
    </message>
    <message>
      <source>Type out or recognise its text, and import that.</source>
      <translation>Наберите или распознайте её текст и импортируйте его.</translation>
    </message>
    <message>
      <source>“{name}” is a recording.</source>
      <translation>«{name}» — аудио- или видеозапись.</translation>
    </message>
    <message>
      <source>Transcribe it, and import the transcript.</source>
      <translation>Расшифруйте её и импортируйте расшифровку.</translation>
    </message>
    <message>
      <source>“{name}” is a set of slides.</source>
      <translation>«{name}» — презентация.</translation>
    </message>
    <message>
      <source>Save its text as .docx or .pdf and import that.</source>
      <translation>Сохраните текст как .docx или .pdf и импортируйте его.</translation>
    </message>
    <message>
      <source>“{name}” is an OpenDocument file without running text.</source>
      <translation>«{name}» — файл OpenDocument без сплошного текста.</translation>
    </message>
    <message>
      <source>Save its text as .docx or .pdf.</source>
      <translation>Сохраните текст как .docx или .pdf.</translation>
    </message>
    <message>
      <source>“{name}” is a database of another program.</source>
      <translation>«{name}» — база данных другой программы.</translation>
    </message>
    <message>
      <source>Export its documents there as .txt or .docx, and import those.</source>
      <translation>Экспортируйте оттуда документы как .txt или .docx и импортируйте их.</translation>
    </message>
    <message>
      <source>“{name}” is an Office file of an old kind.</source>
      <translation>«{name}» — файл Office старого вида.</translation>
    </message>
    <message>
      <source>Open it in its program and save it as .docx or .pdf.</source>
      <translation>Откройте его в своей программе и сохраните как .docx или .pdf.</translation>
    </message>
    <message>
      <source>“{name}” is a PostScript file.</source>
      <translation>«{name}» — файл PostScript.</translation>
    </message>
    <message>
      <source>Turn it into a PDF and import that.</source>
      <translation>Превратите в PDF и импортируйте его.</translation>
    </message>
    <message>
      <source>“{name}” is a program.</source>
      <translation>«{name}» — программа.</translation>
    </message>
    <message>
      <source>Choose a document.</source>
      <translation>Выберите документ.</translation>
    </message>
    <message>
      <source>“{name}” is an XML file of a kind that is not read.</source>
      <translation>«{name}» — файл XML такого вида, который не читается.</translation>
    </message>
    <message>
      <source>Save it as .docx, .html or .txt.</source>
      <translation>Сохраните его как .docx, .html или .txt.</translation>
    </message>
    <message>
      <source>“{name}” is locked with a password.</source>
      <translation>«{name}» закрыт паролем.</translation>
    </message>
    <message>
      <source>Open it, take the password away, save it, and import that.</source>
      <translation>Откройте его, снимите пароль, сохраните и импортируйте.</translation>
    </message>
    <message>
      <source>“{name}” is a Word file of the old kind (.doc).</source>
      <translation>«{name}» — файл Word старого вида (.doc).</translation>
    </message>
    <message>
      <source>Open it in Word or LibreOffice and save it as .docx.</source>
      <translation>Откройте его в Word или LibreOffice и сохраните как .docx.</translation>
    </message>
    <message>
      <source>“{name}” is a workbook of the old kind (.xls).</source>
      <translation>«{name}» — книга Excel старого вида (.xls).</translation>
    </message>
    <message>
      <source>Open it in Excel or LibreOffice and save it as .xlsx.</source>
      <translation>Откройте её в Excel или LibreOffice и сохраните как .xlsx.</translation>
    </message>
    <message>
      <source>“{name}”: {message}</source>
      <translation>«{name}»: {message}</translation>
    </message>
    <message>
      <source>There is no text in it.</source>
      <translation>В нём нет текста.</translation>
    </message>
    <message>
      <source>Row {number} was taken for the names of the columns; what stands above it was passed over: “{quoted}”.</source>
      <translation>Названиями столбцов сочтена строка {number}; то, что выше, пропущено: «{quoted}».</translation>
    </message>
    <message>
      <source>There is no column “{name}”.</source>
      <translation>Столбца «{name}» нет.</translation>
    </message>
    <message>
      <source>Its columns are: {choices}.</source>
      <translation>Её столбцы: {choices}.</translation>
    </message>
    <message>
      <source>There are no rows under the table's header.</source>
      <translation>Под заголовком таблицы нет строк.</translation>
    </message>
    <message>
      <source>Its first row names the columns.</source>
      <translation>В первой строке стоят названия столбцов.</translation>
    </message>
    <message>
      <source>The table has more than {max_rows} rows.</source>
      <translation>В таблице больше {max_rows} строк.</translation>
    </message>
    <message>
      <source>Split it into several tables.</source>
      <translation>Разделите её на несколько таблиц.</translation>
    </message>
    <message>
      <source>{longer} rows are longer than the header; what stands behind it was left out.</source>
      <translation>Строк длиннее заголовка: {longer}; то, что выходит за него, не взято.</translation>
    </message>
    <message>
      <source>The table has more than {n} columns.</source>
      <translation>В таблице больше {n} столбцов.</translation>
    </message>
    <message>
      <source>Keep those that are needed.</source>
      <translation>Оставьте нужные.</translation>
    </message>
    <message>
      <source>The first row was taken for the names of the columns, and does not look like that; check it.</source>
      <translation>Названиями столбцов сочтена первая строка, но она на них не похожа; проверьте.</translation>
    </message>
    <message>
      <source>There is no table on the page.</source>
      <translation>На странице нет таблицы.</translation>
    </message>
    <message>
      <source>Save it as .html and import that, or as .xlsx.</source>
      <translation>Сохраните её как .html и импортируйте его или как .xlsx.</translation>
    </message>
    <message>
      <source>The texts were taken from the column “{what}”.</source>
      <translation>Тексты взяты из столбца «{what}».</translation>
    </message>
    <message>
      <source>Rows without text, left out: {what}.</source>
      <translation>Строки без текста, не взяты: {what}.</translation>
    </message>
    <message>
      <source>The key column holds some values more than once: {what}.</source>
      <translation>В столбце ключей некоторые значения повторяются: {what}.</translation>
    </message>
    <message>
      <source>There is no text in the column “{what}”.</source>
      <translation>В столбце «{what}» нет текста.</translation>
    </message>
    <message>
      <source>Choose another column.</source>
      <translation>Выберите другой столбец.</translation>
    </message>
    <message>
      <source>It cannot be read as a table: {problem} (row {n}).</source>
      <translation>Файл не читается как таблица: {problem} (строка {n}).</translation>
    </message>
    <message>
      <source>Check the quotes in it, or save it as .xlsx.</source>
      <translation>Проверьте в нём кавычки или сохраните его как .xlsx.</translation>
    </message>
    <message>
      <source>It has one column; it was read as one plain text.</source>
      <translation>В нём один столбец; он прочитан как один простой текст.</translation>
    </message>
    <message>
      <source>The export is bigger than {n} MB.</source>
      <translation>Экспорт больше {n} МБ.</translation>
    </message>
    <message>
      <source>Export it in parts, by dates.</source>
      <translation>Экспортируйте частями, по датам.</translation>
    </message>
    <message>
      <source>Messages of the service, left out: {service}.</source>
      <translation>Служебных сообщений, не взято: {service}.</translation>
    </message>
    <message>
      <source>Messages without words (pictures, voices and the like), left out: {wordless}.</source>
      <translation>Сообщений без слов (картинки, голосовые и подобное), не взято: {wordless}.</translation>
    </message>
    <message>
      <source>The export is damaged: it is no JSON.</source>
      <translation>Экспорт повреждён: это не JSON.</translation>
    </message>
    <message>
      <source>Export the chat once more.</source>
      <translation>Экспортируйте чат ещё раз.</translation>
    </message>
    <message>
      <source>It shows other pages in frames, which are not in it: {pages}.</source>
      <translation>В её рамках показаны другие страницы, которых в ней нет: {pages}.</translation>
    </message>
    <message>
      <source>The page holds far more than a page does.</source>
      <translation>На странице гораздо больше, чем бывает на страницах.</translation>
    </message>
    <message>
      <source>Save its text as .txt and import that.</source>
      <translation>Сохраните её текст как .txt и импортируйте.</translation>
    </message>
    <message>
      <source>The page cannot be read.</source>
      <translation>Страницу не удаётся прочитать.</translation>
    </message>
    <message>
      <source>Open it in a browser and save it again.</source>
      <translation>Откройте её в браузере и сохраните заново.</translation>
    </message>
    <message>
      <source>The page is nested too deeply; something of its end may be missing.</source>
      <translation>Вложенность страницы слишком велика; часть её конца может отсутствовать.</translation>
    </message>
    <message>
      <source>No article was found in the page; all of it was read.</source>
      <translation>Статья на странице не найдена; прочитано всё.</translation>
    </message>
    <message>
      <source>There is nothing on its sheets.</source>
      <translation>На его листах ничего нет.</translation>
    </message>
    <message>
      <source>Sheet “{title}”: {warning}</source>
      <translation>Лист «{title}»: {warning}</translation>
    </message>
    <message>
      <source>These sheets have the same columns and were read as one table: {named}.</source>
      <translation>У этих листов одинаковые столбцы, они прочитаны как одна таблица: {named}.</translation>
    </message>
    <message>
      <source>Sheets that were left out: {what}.</source>
      <translation>Листы, которые не взяты: {what}.</translation>
    </message>
    <message>
      <source>Cells with a formula whose result is not stored, read as empty: {what}. Open the workbook in its program, save it, and import it again.</source>
      <translation>Ячейки с формулой, результат которой не сохранён, прочитаны как пустые: {what}. Откройте книгу в её программе, сохраните и импортируйте снова.</translation>
    </message>
    <message>
      <source>Rows with cells far to the right of the table, which were left out: {beyond}.</source>
      <translation>Строк с ячейками далеко справа от таблицы, которые не взяты: {beyond}.</translation>
    </message>
    <message>
      <source>There is no sheet “{name}” with something on it.</source>
      <translation>Листа «{name}», на котором что-то есть, в книге нет.</translation>
    </message>
    <message>
      <source>Its sheets are: {choices}.</source>
      <translation>Её листы: {choices}.</translation>
    </message>
    <message>
      <source>It was read from the sheet “{title}”.</source>
      <translation>Прочитан лист «{title}».</translation>
    </message>
    <message>
      <source>“{name}” is open for writing: {who} on {machine}, since {since}.</source>
      <translation>«{name}» открыт для записи: {who} на {machine}, с {since}.</translation>
    </message>
    <message>
      <source>“{name}” is just being opened by somebody else.</source>
      <translation>«{name}» прямо сейчас открывает кто-то другой.</translation>
    </message>
    <message>
      <source>somebody</source>
      <translation>кто-то</translation>
    </message>
    <message>
      <source>an unknown machine</source>
      <translation>неизвестном компьютере</translation>
    </message>
    <message>
      <source>an unknown time</source>
      <translation>неизвестного времени</translation>
    </message>
    <message>
      <source>A memo needs words.</source>
      <translation>Заметке нужны слова.</translation>
    </message>
    <message>
      <source>Type some; a memo that is not wanted any more can be removed.</source>
      <translation>Введите их; ненужную заметку можно удалить.</translation>
    </message>
    <message>
      <source>That memo is not there any more.</source>
      <translation>Этой заметки больше нет.</translation>
    </message>
    <message>
      <source>That memo is {what}'s.</source>
      <translation>Эта заметка не ваша; её автор — {what}.</translation>
    </message>
    <message>
      <source>Write one of your own beside it.</source>
      <translation>Напишите рядом свою.</translation>
    </message>
    <message>
      <source>A memo cannot be on “{kind}” alone.</source>
      <translation>Заметка не может относиться просто к «{kind}».</translation>
    </message>
    <message>
      <source>Choose what it is on.</source>
      <translation>Выберите, к чему она относится.</translation>
    </message>
    <message>
      <source>{code}: “{quote}”</source>
      <translation>{code}: «{quote}»</translation>
    </message>
    <message>
      <source>“{quote}” ({code}, {document})</source>
      <translation>«{quote}» ({code}, {document})</translation>
    </message>
    <message>
      <source>{code} on “{quote}”</source>
      <translation>{code}: «{quote}»</translation>
    </message>
    <message>
      <source>{code} on {document}</source>
      <translation>{code}, документ {document}</translation>
    </message>
    <message>
      <source>how the documents coded twice were chosen</source>
      <translation>как выбраны документы, закодированные дважды</translation>
    </message>
    <message>
      <source>how agreement is counted</source>
      <translation>как считается согласованность</translation>
    </message>
    <message>
      <source>a setting</source>
      <translation>настройка</translation>
    </message>
    <message>
      <source>{n} characters, “{words}…”</source>
      <translation>знаков {n}, «{words}…»</translation>
    </message>
    <message>
      <source>key words “{name}”</source>
      <translation>ключевые слова «{name}»</translation>
    </message>
    <message>
      <source>a list of key words</source>
      <translation>список ключевых слов</translation>
    </message>
    <message>
      <source>Only the lead forgets a document for good.</source>
      <translation>Стереть документ навсегда может только руководитель.</translation>
    </message>
    <message>
      <source>Ask the lead; a package may be deleted whole.</source>
      <translation>Спросите руководителя; пакет можно удалить целиком.</translation>
    </message>
    <message>
      <source>Of these files one is damaged, it holds values that make no sense: {names}.</source>
      <translation>Один из этих файлов повреждён, в нём есть бессмысленные значения: {names}.</translation>
    </message>
    <message>
      <source>Merge them one by one to find it, and ask for that file again; nothing was merged.</source>
      <translation>Объединяйте их по одному, чтобы найти его, и попросите этот файл ещё раз; ничего не объединено.</translation>
    </message>
    <message>
      <source>The project could not be written: {orig}.</source>
      <translation>Проект не удалось записать: {orig}.</translation>
    </message>
    <message>
      <source>Check the disk; nothing was merged.</source>
      <translation>Проверьте диск; ничего не объединено.</translation>
    </message>
    <message>
      <source>A file speaks of documents or codes that neither it nor this project holds.</source>
      <translation>Файл говорит о документах или кодах, которых нет ни в нём, ни в этом проекте.</translation>
    </message>
    <message>
      <source>Merge the project that the file was made from first.</source>
      <translation>Сначала объедините проект, из которого сделан этот файл.</translation>
    </message>
    <message>
      <source>{file}: {n} changes are dated ahead of today, up to {day}; the clock of that computer is wrong.</source>
      <translation>{file}: изменений, помеченных датой позже сегодняшней: {n} (до {day}); часы того компьютера идут неверно.</translation>
    </message>
    <message>
      <source>removed, but still needed</source>
      <translation>удалено, но ещё нужно</translation>
    </message>
    <message>
      <source>the same original was read as another text</source>
      <translation>тот же исходный файл прочитан как другой текст</translation>
    </message>
    <message>
      <source>two people of this name; unite them if they are one</source>
      <translation>двое с этим именем; объедините их, если это одно лицо</translation>
    </message>
    <message>
      <source>somebody removed it, but it was made or used elsewhere</source>
      <translation>кто-то это удалил, а в другом месте это создано или использовано</translation>
    </message>
    <message>
      <source>proposed by a coder</source>
      <translation>предложен кодировщиком</translation>
    </message>
    <message>
      <source>This is a coder's package: packages are handed out from the team's project.</source>
      <translation>Это пакет кодировщика, а пакеты выдают из проекта группы.</translation>
    </message>
    <message>
      <source>Ask the lead for a package of your own, or open the lead's file.</source>
      <translation>Попросите у руководителя свой пакет или откройте файл руководителя.</translation>
    </message>
    <message>
      <source>“{name}” is already there.</source>
      <translation>«{name}» там уже есть.</translation>
    </message>
    <message>
      <source>Nothing is assigned to this coder in round {round}.</source>
      <translation>В раунде {round} этому кодировщику ничего не назначено.</translation>
    </message>
    <message>
      <source>Choose another round, or name documents.</source>
      <translation>Выберите другой раунд или назовите документы.</translation>
    </message>
    <message>
      <source>Move the code to where it belongs; that settles it.</source>
      <translation>Переместите код туда, где его место; этим конфликт решится.</translation>
    </message>
    <message>
      <source>Say again who is the same person, or which documents are one.</source>
      <translation>Укажите заново, кто здесь одно лицо или какие документы — одно.</translation>
    </message>
    <message>
      <source>Merge the code again, or leave it as it is.</source>
      <translation>Объедините код снова или оставьте как есть.</translation>
    </message>
    <message>
      <source>Move the ends of the coded segment to where they belong; that settles it.</source>
      <translation>Передвиньте границы закодированного фрагмента куда нужно; этим конфликт решится.</translation>
    </message>
    <message>
      <source>Change it where it is shown; whoever merges this file sees that it is settled.</source>
      <translation>Измените это там, где оно показано; тот, кто объединит этот файл, увидит, что конфликт решён.</translation>
    </message>
    <message>
      <source>That conflict is settled already.</source>
      <translation>Этот конфликт уже решён.</translation>
    </message>
    <message>
      <source>The list shows what is open now.</source>
      <translation>Что открыто сейчас, показывает список.</translation>
    </message>
    <message>
      <source>No side of this conflict can be chosen here.</source>
      <translation>В этом конфликте нельзя выбрать ни одну из сторон.</translation>
    </message>
    <message>
      <source>The lead settles this.</source>
      <translation>Это решает руководитель.</translation>
    </message>
    <message>
      <source>Choose another side, or move the other code first.</source>
      <translation>Выберите другую сторону или сначала переместите другой код.</translation>
    </message>
    <message>
      <source>{field}: {value}</source>
      <translation>{field}: {value}</translation>
    </message>
    <message>
      <source>Only its coder settles it.</source>
      <translation>Это решает только его кодировщик.</translation>
    </message>
    <message>
      <source>“{value}” cannot be said of “{name}” any more.</source>
      <translation>«{value}» больше не может стоять в «{name}».</translation>
    </message>
    <message>
      <source>“{name}” stands there already.</source>
      <translation>«{name}» там уже есть.</translation>
    </message>
    <message>
      <source>Rename that one first, or merge the two codes.</source>
      <translation>Сначала переименуйте тот или объедините оба кода.</translation>
    </message>
    <message>
      <source>Ask for the file again, or use a copy of it; nothing was merged.</source>
      <translation>Попросите файл ещё раз или возьмите его копию; ничего не объединено.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: it holds rows of changes that are missing.</source>
      <translation>«{name}» повреждён: в нём не хватает изменений, к которым относятся строки журнала.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: it holds rows of unknown tables.</source>
      <translation>«{name}» повреждён: в нём есть строки неизвестных таблиц.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: it holds changes that make no sense.</source>
      <translation>«{name}» повреждён: в нём есть изменения, лишённые смысла.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: it holds values that make no sense.</source>
      <translation>«{name}» повреждён: в нём есть значения, лишённые смысла.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: it tells {clash} known changes differently.</source>
      <translation>«{name}» повреждён: известных изменений, рассказанных иначе: {clash}.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: a text is not what its hash says.</source>
      <translation>«{name}» повреждён: текст не совпадает со своим хешем.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: an original is not what its hash says.</source>
      <translation>«{name}» повреждён: исходный файл не совпадает со своим хешем.</translation>
    </message>
    <message>
      <source>“{name}” has lost its study.</source>
      <translation>В «{name}» пропало само исследование.</translation>
    </message>
    <message>
      <source>“{name}” is open for reading only.</source>
      <translation>«{name}» открыт только для чтения.</translation>
    </message>
    <message>
      <source>There is nothing left to undo.</source>
      <translation>Отменять больше нечего.</translation>
    </message>
    <message>
      <source>There is nothing to redo.</source>
      <translation>Возвращать нечего.</translation>
    </message>
    <message>
      <source>not finished</source>
      <translation>не завершено</translation>
    </message>
    <message>
      <source>not assigned</source>
      <translation>не назначено</translation>
    </message>
    <message>
      <source>no coded segment</source>
      <translation>нет фрагментов</translation>
    </message>
    <message>
      <source>training</source>
      <translation>обучение</translation>
    </message>
    <message>
      <source>not training</source>
      <translation>назначение не «обучение»</translation>
    </message>
    <message>
      <source>not pilot</source>
      <translation>назначение не «пробный»</translation>
    </message>
    <message>
      <source>not reliability</source>
      <translation>назначение не «надёжность»</translation>
    </message>
    <message>
      <source>not main</source>
      <translation>назначение не «основной»</translation>
    </message>
    <message>
      <source>No two coders have marked one same document finished, so documents count for a coder who has coded something in them. Documents in which a coder found nothing are missing from these figures.</source>
      <translation>Ни один документ не завершили двое кодировщиков, поэтому документ учтён у того, кто в нём что-то закодировал. Документы, в которых кодировщик ничего не нашёл, в эти числа не вошли.</translation>
    </message>
    <message>
      <source>No fixed units are marked in this project.</source>
      <translation>В этом проекте нет заданных единиц.</translation>
    </message>
    <message>
      <source>Choose another unit.</source>
      <translation>Выберите другую единицу.</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>никого</translation>
    </message>
    <message>
      <source>Agreement needs two coders; in round {round} there is {who}.</source>
      <translation>Для согласованности нужны двое кодировщиков; в раунде {round} есть только: {who}.</translation>
    </message>
    <message>
      <source>Merge another coder's file first, or choose another round.</source>
      <translation>Сначала объедините файл другого кодировщика или выберите другой раунд.</translation>
    </message>
    <message>
      <source>Left out: {named}.</source>
      <translation>Исключены: {named}.</translation>
    </message>
    <message>
      <source>A chosen code is for whole documents.</source>
      <translation>Один из выбранных кодов — для целых документов.</translation>
    </message>
    <message>
      <source>Whole-document codes are compared with `--unit document`.</source>
      <translation>Коды целых документов сравнивают с параметром `--unit document`.</translation>
    </message>
    <message>
      <source>Fixed units of two layers overlap, so that a passage would count twice.</source>
      <translation>Заданные единицы двух слоёв пересекаются, и отрывок считался бы дважды.</translation>
    </message>
    <message>
      <source>Keep one layer of units in this project, or compare by sentence or paragraph.</source>
      <translation>Оставьте в проекте один слой единиц или сравнивайте по предложениям либо абзацам.</translation>
    </message>
    <message>
      <source>not finished, counted as now</source>
      <translation>не завершено, учтено как сейчас</translation>
    </message>
    <message>
      <source>not finished, counted up to the disclosure</source>
      <translation>не завершено, учтено до просмотра чужих фрагментов</translation>
    </message>
    <message>
      <source>fixed on {at:%Y-%m-%d} by {by}, before coding</source>
      <translation>закреплено {at:%Y-%m-%d} ({by}), до кодирования</translation>
    </message>
    <message>
      <source>How agreement is counted is the lead's to say.</source>
      <translation>Как считать согласованность, определяет руководитель.</translation>
    </message>
    <message>
      <source>Ask your lead.</source>
      <translation>Спросите руководителя.</translation>
    </message>
    <message>
      <source>{what}’s coding from {n} to {n2} lies outside the text of “{name}”, which has {length} characters. The file is damaged, so nothing was measured.</source>
      <translation>Фрагмент от {n} до {n2} (кодировщик: {what}) выходит за пределы текста «{name}», в котором знаков {length}. Файл повреждён, поэтому ничего не измерено.</translation>
    </message>
    <message>
      <source>Run `intercoder check` on it; it says what is damaged and what to do.</source>
      <translation>Выполните для него `intercoder check`: команда скажет, что повреждено и что делать.</translation>
    </message>
    <message>
      <source>“{part}” is no part of a text that can be left out.</source>
      <translation>«{part}» — не часть текста, которую можно не считать.</translation>
    </message>
    <message>
      <source>These can: blanks, headings, notes, and speaker=NAME for what somebody says.</source>
      <translation>Можно: blanks, headings, notes, а для чьих-то слов — speaker=ИМЯ.</translation>
    </message>
    <message>
      <source>{what} has coded no document in both rounds.</source>
      <translation>Нет документа, который {what} кодирует в обоих раундах.</translation>
    </message>
    <message>
      <source>Assign some documents to them once more.</source>
      <translation>Назначьте несколько документов ещё раз.</translation>
    </message>
    <message>
      <source>{coder}, round {n}</source>
      <translation>{coder}, раунд {n}</translation>
    </message>
    <message>
      <source>There are: {named}.</source>
      <translation>Есть такие: {named}.</translation>
    </message>
    <message>
      <source>This project has no variables of documents.</source>
      <translation>В этом проекте нет переменных документов.</translation>
    </message>
    <message>
      <source>Documents have no variable “{name}”.</source>
      <translation>Переменной документов «{name}» нет.</translation>
    </message>
    <message>
      <source>The variable by which the sample was drawn is not in this project.</source>
      <translation>Переменной, по которой строилась выборка, в этом проекте нет.</translation>
    </message>
    <message>
      <source>Choose another variable, or none.</source>
      <translation>Выберите другую переменную или никакую.</translation>
    </message>
    <message>
      <source>no value</source>
      <translation>нет значения</translation>
    </message>
    <message>
      <source>No intervals: by “{variable}” every document is a stratum of its own, so every draw is the same.</source>
      <translation>Интервалов нет: по «{variable}» каждый документ — отдельная страта, поэтому все выборки одинаковы.</translation>
    </message>
    <message>
      <source>Strata of “{variable}” with a single document: {named}. It is in every draw, so the intervals are narrower than they should be.</source>
      <translation>Страты «{variable}» с единственным документом: {named}. Он входит в каждую выборку, поэтому интервалы уже, чем должны быть.</translation>
    </message>
    <message>
      <source>Documents without a value of “{variable}” are a stratum of their own.</source>
      <translation>Документы без значения «{variable}» составляют отдельную страту.</translation>
    </message>
    <message>
      <source>A list of key words has a name and at least one word.</source>
      <translation>У списка ключевых слов есть название и хотя бы одно слово.</translation>
    </message>
    <message>
      <source>Write both.</source>
      <translation>Напишите и то и другое.</translation>
    </message>
    <message>
      <source>There is a list “{name}” already.</source>
      <translation>Список «{name}» уже есть.</translation>
    </message>
    <message>
      <source>Choose another name, or change that list.</source>
      <translation>Выберите другое название или измените тот список.</translation>
    </message>
    <message>
      <source>That list of key words is not there any more.</source>
      <translation>Этого списка ключевых слов больше нет.</translation>
    </message>
    <message>
      <source>missing )</source>
      <translation>не хватает )</translation>
    </message>
    <message>
      <source>missing &gt;</source>
      <translation>не хватает &gt;</translation>
    </message>
    <message>
      <source>unterminated character set</source>
      <translation>набор знаков не закрыт</translation>
    </message>
    <message>
      <source>nothing to repeat</source>
      <translation>нечего повторять</translation>
    </message>
    <message>
      <source>multiple repeat</source>
      <translation>повторение повторения</translation>
    </message>
    <message>
      <source>bad escape (end of pattern)</source>
      <translation>обратная косая черта в конце выражения</translation>
    </message>
    <message>
      <source>unknown property</source>
      <translation>неизвестное свойство</translation>
    </message>
    <message>
      <source>min repeat greater than max repeat</source>
      <translation>наименьшее число повторов больше наибольшего</translation>
    </message>
    <message>
      <source>unknown group</source>
      <translation>неизвестная группа</translation>
    </message>
    <message>
      <source>bad character range</source>
      <translation>неверный диапазон знаков</translation>
    </message>
    <message>
      <source>unknown extension</source>
      <translation>неизвестное расширение</translation>
    </message>
    <message>
      <source>unbalanced parenthesis</source>
      <translation>непарная скобка</translation>
    </message>
    <message>
      <source>bad character in group name</source>
      <translation>неверный знак в имени группы</translation>
    </message>
    <message>
      <source>invalid group reference</source>
      <translation>ссылка на группу, которой нет</translation>
    </message>
    <message>
      <source>undefined character name</source>
      <translation>неизвестное имя знака</translation>
    </message>
    <message>
      <source>That expression cannot be read at character {n}: {why}.</source>
      <translation>Выражение не читается на знаке {n}: {why}.</translation>
    </message>
    <message>
      <source>Mend it there.</source>
      <translation>Исправьте его в этом месте.</translation>
    </message>
    <message>
      <source>That expression takes too long on these texts.</source>
      <translation>Это выражение слишком долго ищется в этих текстах.</translation>
    </message>
    <message>
      <source>Make it say more exactly what it looks for.</source>
      <translation>Пусть оно точнее говорит, что искать.</translation>
    </message>
    <message>
      <source>That expression cannot be read: {why}.</source>
      <translation>Выражение не читается: {why}.</translation>
    </message>
    <message>
      <source>There is no extent “{extent}”.</source>
      <translation>Размера «{extent}» нет.</translation>
    </message>
    <message>
      <source>{shown} and {n} more</source>
      <translation>{shown} и ещё {n}</translation>
    </message>
    <message>
      <source>Import it under another name if it may be used again.</source>
      <translation>Если его можно снова использовать, добавьте его под другим именем.</translation>
    </message>
    <message>
      <source>“{name}” was forgotten for good in this project.</source>
      <translation>Документ «{name}» навсегда забыт в этом проекте.</translation>
    </message>
    <message>
      <source>“{name}” was removed here since; it was not made anew.</source>
      <translation>«{name}» с тех пор здесь удалён; заново он не создан.</translation>
    </message>
    <message>
      <source>“{name}” changed here since: it is called “{name2}” now.</source>
      <translation>«{name}» с тех пор здесь изменён и называется «{name2}».</translation>
    </message>
    <message>
      <source>Only the last character of a piece reads as several, two or more.</source>
      <translation>Несколькими знаками, двумя или больше, читается только последний знак куска.</translation>
    </message>
    <message>
      <source>The pieces of a text map must ascend, without overlap, each at least 1 long.</source>
      <translation>Части карты текста идут по возрастанию, не пересекаются, и в каждой хотя бы 1 знак.</translation>
    </message>
    <message>
      <source>“{name}” is held by another program just now.</source>
      <translation>«{name}» сейчас занят другой программой.</translation>
    </message>
    <message>
      <source>“{name}” could not be written or read: {reason}.</source>
      <translation>«{name}» не удалось записать или прочесть: {reason}.</translation>
    </message>
    <message>
      <source>Check the disk, the space on it, and that you may write there; nothing of this step was kept.</source>
      <translation>Проверьте диск, место на нём и право записи; от этого шага ничего не сохранено.</translation>
    </message>
    <message>
      <source>There is no unit “{unit}”.</source>
      <translation>Единицы «{unit}» нет.</translation>
    </message>
    <message>
      <source>It is a number, such as 12 or 0.5.</source>
      <translation>Это число, например 12 или 0.5.</translation>
    </message>
    <message>
      <source>It is a date: 2025, 2025-03 or 2025-03-14.</source>
      <translation>Это дата: 2025, 2025-03 или 2025-03-14.</translation>
    </message>
    <message>
      <source>It is yes or no.</source>
      <translation>Это да или нет: yes или no.</translation>
    </message>
    <message>
      <source>List what can be chosen first.</source>
      <translation>Сначала перечислите, из чего выбирать.</translation>
    </message>
    <message>
      <source>“{kept}” cannot be said of “{name}”.</source>
      <translation>«{kept}» не может стоять в «{name}».</translation>
    </message>
    <message>
      <source>“{name}” cannot be of the kind “{kind}”.</source>
      <translation>«{name}» не бывает вида «{kind}».</translation>
    </message>
    <message>
      <source>A variable needs a name.</source>
      <translation>Переменной нужно название.</translation>
    </message>
    <message>
      <source>Type a name, such as “region”.</source>
      <translation>Введите название, например «регион».</translation>
    </message>
    <message>
      <source>“{name}” cannot be changed so: values in the documents do not fit ({named}).</source>
      <translation>«{name}» так изменить нельзя: не подходят значения в документах ({named}).</translation>
    </message>
    <message>
      <source>Change these values first.</source>
      <translation>Сначала измените эти значения.</translation>
    </message>
    <message>
      <source>“{name}” needs a name.</source>
      <translation>У «{name}» должно быть название.</translation>
    </message>
    <message>
      <source>Type one; undo brings the old one back.</source>
      <translation>Введите его; отмена вернёт прежнее.</translation>
    </message>
    <message>
      <source>A variable “{name}” stands there already.</source>
      <translation>Переменная «{name}» уже есть.</translation>
    </message>
    <message>
      <source>There is no text in “{name}”.</source>
      <translation>В «{name}» нет текста.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Выберите другой файл.</translation>
    </message>
    <message>
      <source>In a coder's package the documents are as the lead gave them.</source>
      <translation>В пакете кодировщика документы такие, какими их дал руководитель.</translation>
    </message>
  </context>
</TS>
