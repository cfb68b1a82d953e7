<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AfterPage</name>
    <message>
        <source>After the scene</source>
        <translation>場面のあと</translation>
    </message>
    <message>
        <source>You were there, and you left when you liked.</source>
        <translation>そこにいて、好きなときに出ました。</translation>
    </message>
    <message>
        <source>You were there, until the end.</source>
        <translation>最後まで、そこにいました。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>あったこと</translation>
    </message>
    <message>
        <source>One thing that worked</source>
        <translation>うまくいったこと、ひとつ</translation>
    </message>
    <message>
        <source>One idea, for another day</source>
        <translation>いつかのための、ひとつの案</translation>
    </message>
    <message>
        <source>What you expected, beside what happened</source>
        <translation>予想したことと、実際にあったこと</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Before, you wrote</source>
        <translation>はじめる前に書いたこと</translation>
    </message>
    <message>
        <source>In the scene</source>
        <translation>場面の中で</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>少しだけ</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>答えない</translation>
    </message>
    <message>
        <source>Did it happen?</source>
        <translation>そうなりましたか？</translation>
    </message>
    <message>
        <source>How tense are you now?</source>
        <translation>いま、どのくらい緊張していますか？</translation>
    </message>
    <message>
        <source>you may leave it empty</source>
        <translation>空欄のままで大丈夫です</translation>
    </message>
    <message>
        <source>How tense, before and after</source>
        <translation>緊張のつよさ、前とあと</translation>
    </message>
    <message>
        <source>How tense, afterwards</source>
        <translation>緊張のつよさ、終わったあと</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変える</translation>
    </message>
    <message>
        <source>Before: %1 of 10. </source>
        <translation>前は10のうち%1。</translation>
    </message>
    <message>
        <source>After: %1 of 10.</source>
        <translation>あとは10のうち%1。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>あと</translation>
    </message>
    <message>
        <source>It may go up, or down, or stay. Each is fine.</source>
        <translation>上がることも、下がることも、変わらないこともあります。どれでも大丈夫です。</translation>
    </message>
    <message>
        <source>One small step outside, if you like</source>
        <translation>よければ、外での小さな一歩</translation>
    </message>
    <message>
        <source>offered, not owed</source>
        <translation>しなくてもかまいません</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>None today</source>
        <translation>今日はしない</translation>
    </message>
    <message>
        <source>Again, a little different</source>
        <translation>少し変えて、もう一度</translation>
    </message>
    <message>
        <source>To the garden</source>
        <translation>庭へ</translation>
    </message>
    <message>
        <source>Swap seats</source>
        <translation>席を替わる</translation>
    </message>
    <message>
        <source>The same scene from the partner&apos;s place.</source>
        <translation>同じ場面を、相手の側から。</translation>
    </message>
</context>
<context>
    <name>AskedCard</name>
    <message>
        <source>The program was not sure. Which one did you mean?</source>
        <translation>プログラムには、はっきりわかりませんでした。どちらでしたか？</translation>
    </message>
    <message>
        <source>It heard: %1</source>
        <translation>聞こえたこと：%1</translation>
    </message>
    <message>
        <source>Neither of the two</source>
        <translation>どちらでもない</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>They say</source>
        <translation>せりふ</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>返事</translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation>身ぶり</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>沈黙</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>伝わらないとき</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>ト書き</translation>
    </message>
</context>
<context>
    <name>BreathPage</name>
    <message>
        <source>A breath</source>
        <translation>ひと息</translation>
    </message>
    <message>
        <source>In as it grows, out as it shrinks, or in your own way. Everything waits for you.</source>
        <translation>広がるときに吸って、縮むときに吐きます。自分のやり方でもかまいません。みんな待っています。</translation>
    </message>
    <message>
        <source>In slowly, out slowly, in your own way. Everything waits for you.</source>
        <translation>ゆっくり吸って、ゆっくり吐きます。自分のやり方でかまいません。みんな待っています。</translation>
    </message>
    <message>
        <source>A circle that slowly grows and shrinks</source>
        <translation>ゆっくり広がったり縮んだりする円</translation>
    </message>
    <message>
        <source>Back to the scene</source>
        <translation>場面にもどる</translation>
    </message>
</context>
<context>
    <name>CarriedCard</name>
    <message>
        <source>What could not be carried over</source>
        <translation>移せなかったもの</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be carried over:</source>
        <translation>
            <numerusform>移せなかったものが%n件あります：</numerusform>
        </translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>読みました</translation>
    </message>
</context>
<context>
    <name>ChooseWay</name>
    <message>
        <source>No words at all. This counts the same</source>
        <translation>ことばはいりません。これも同じ一回です</translation>
    </message>
    <message>
        <source>On purpose, to see what happens</source>
        <translation>わざとやってみて、どうなるか見る</translation>
    </message>
    <message>
        <source>Say it for me: %1</source>
        <translation>代わりに言ってもらう：%1</translation>
    </message>
    <message>
        <source>The program says this line aloud, and it counts as your answer.</source>
        <translation>プログラムがこの言葉を声に出します。あなたの答えとして数えます。</translation>
    </message>
</context>
<context>
    <name>Common</name>
    <message>
        <source>Hide  F9</source>
        <translation>隠す F9</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>F9. Turns this window into a plain page and mutes at once.</source>
        <translation>F9キー。この画面をふつうのメモに変えて、すぐに音を消します。</translation>
    </message>
    <message>
        <source>Garden</source>
        <translation>庭</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>パック</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>You are here.</source>
        <translation>いまここにいます。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>Completer</name>
    <message>
        <source>Completion</source>
        <translation>入力の候補</translation>
    </message>
    <message>
        <source>New moment: %1</source>
        <translation>新しいやりとり：%1</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n場面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>約%n分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked now: %n thing(s) in it must be repaired by its makers.</source>
        <translation>
            <numerusform>いま点検しました。作った人に直してもらうところが%nか所あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked now: it can be practised. Its makers may want to look at %n thing(s).</source>
        <translation>
            <numerusform>いま点検しました。練習できます。作った人に見てもらうとよいところが%nか所あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverCard</name>
    <message>
        <source>Two people can read the six words aloud to see that they hold the same pack.</source>
        <translation>六つのことばを読み上げると、二人が同じパックを持っているか確かめられます。</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>New in it</source>
        <translation>新しい場面</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変わった場面</translation>
    </message>
    <message>
        <source>No longer in it</source>
        <translation>なくなった場面</translation>
    </message>
    <message>
        <source>Its makers say</source>
        <translation>作った人から</translation>
    </message>
    <message>
        <source>Who gave it to you? (may stay empty)</source>
        <translation>だれがくれましたか（空のままでもよいです）</translation>
    </message>
    <message>
        <source>Kept on this computer only.</source>
        <translation>このパソコンの中だけに残ります。</translation>
    </message>
    <message>
        <source>Add to my shelf</source>
        <translation>棚に入れる</translation>
    </message>
    <message>
        <source>Update to this version</source>
        <translation>このバージョンに替える</translation>
    </message>
    <message>
        <source>Replace mine with it</source>
        <translation>棚のものと入れかえる</translation>
    </message>
    <message>
        <source>Close the words</source>
        <translation>ことばを閉じる</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>中を見る</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>いまはしない</translation>
    </message>
    <message>
        <source>The words of its scenes</source>
        <translation>場面のことば</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>There is no pack in “%1”. A pack is a folder with a pack.toml and a folder “scenes”.</source>
        <translation>「%1」にパックはありません。パックは、pack.tomlと「scenes」フォルダーが入ったフォルダーです。</translation>
    </message>
    <message>
        <source>The pack “%1” holds no scene yet. Begin one here.</source>
        <translation>パック「%1」にはまだ場面がありません。ここから始められます。</translation>
    </message>
    <message>
        <source>“%1” could not be opened. Check the name and try again.</source>
        <translation>「%1」を開けませんでした。名前を確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>“%1” could not be kept there. Choose another folder, or make room on the disk.</source>
        <translation>「%1」をそこに保存できませんでした。別のフォルダーを選ぶか、ディスクの空きを増やしてください。</translation>
    </message>
    <message>
        <source>“%1” could not be read as a story. Save it as Twee 3, Yarn or CSV and try again.</source>
        <translation>「%1」を物語として読めませんでした。Twee 3、Yarn、CSVのどれかで保存して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>“%1” cannot go into a pack. Pictures may be PNG, JPEG or WebP, sounds WAV, Ogg or MP3.</source>
        <translation>「%1」はパックに入れられません。絵はPNG、JPEG、WebP、音はWAV、Ogg、MP3が使えます。</translation>
    </message>
    <message>
        <source>What was being written when the program stopped is here again.</source>
        <translation>プログラムが止まったときに書いていた内容が、ここに戻っています。</translation>
    </message>
    <message>
        <source>The pack could not be built. %1</source>
        <translation>パックを作れませんでした。%1</translation>
    </message>
    <message>
        <source>must fix</source>
        <translation>直すところ</translation>
    </message>
    <message>
        <source>look at</source>
        <translation>見ておくところ</translation>
    </message>
    <message>
        <source>idea</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>%1 must fix</source>
        <translation>直すところ%1</translation>
    </message>
    <message>
        <source>%1 to look at</source>
        <translation>見ておくところ%1</translation>
    </message>
    <message>
        <source>1 idea</source>
        <translation>提案1</translation>
    </message>
    <message>
        <source>%1 ideas</source>
        <translation>提案%1</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this scene</source>
        <translation>この場面の中をさがす</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>前の箇所</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>次の箇所</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>検索を閉じる</translation>
    </message>
    <message>
        <source>It is nowhere in this scene.</source>
        <translation>この場面にはありません。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>What was found</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <source>Why it stays as it is</source>
        <translation>そのままにする理由</translation>
    </message>
    <message>
        <source>Leave it, because…</source>
        <translation>そのままにする（理由）</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>F in the list</source>
        <translation>一覧でFキー</translation>
    </message>
    <message>
        <source>L in the list</source>
        <translation>一覧でLキー</translation>
    </message>
    <message>
        <source>Go to the line</source>
        <translation>その行へ</translation>
    </message>
    <message>
        <source>Nothing. It reads well.</source>
        <translation>ありません。よく読めます。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1行目</translation>
    </message>
    <message>
        <source>Put right.</source>
        <translation>直しました。</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Welcome. You are at home.</source>
        <translation>ようこそ。ここは家の中です。</translation>
    </message>
    <message>
        <source>Here you can practise small conversations, alone, at your own pace.</source>
        <translation>短い会話を、ひとりで、自分のペースで練習できます。</translation>
    </message>
    <message>
        <source>How would you like to answer?</source>
        <translation>どうやって答えたいですか？</translation>
    </message>
    <message>
        <source>All five count the same. You can change at every turn.</source>
        <translation>五つとも同じ一回です。いつでも変えられます。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. No account, no name.</source>
        <translation>このパソコンの外には何も出ません。登録も名前もいりません。</translation>
    </message>
    <message>
        <source>Hear a voice first</source>
        <translation>先に声を聞いてみる</translation>
    </message>
    <message>
        <source>Hello. Take your time. There is no hurry.</source>
        <translation>こんにちは。ゆっくりで大丈夫です。急ぐことはありません。</translation>
    </message>
    <message>
        <source>This is practice. It is not therapy, and it has not been tested in a trial.</source>
        <translation>これは練習です。治療ではありません。効果を確かめる試験もまだ行われていません。</translation>
    </message>
    <message>
        <source>Look around the garden</source>
        <translation>庭を見てまわる</translation>
    </message>
    <message>
        <source>To the first scene</source>
        <translation>最初の場面へ</translation>
    </message>
</context>
<context>
    <name>FollowBar</name>
    <message>
        <source>A moment has another name</source>
        <translation>やりとりの名前が変わりました</translation>
    </message>
    <message>
        <source>Use this name everywhere</source>
        <translation>ほかの行もこの名前にする</translation>
    </message>
    <message>
        <source>Ctrl and full stop, on the heading.</source>
        <translation>見出しの行で、Ctrl とピリオド。</translation>
    </message>
    <message>
        <source>Leave the other lines</source>
        <translation>ほかの行はそのままにする</translation>
    </message>
    <message>
        <source>“%1” is called “%2” now. Places that still say the old name: %3.</source>
        <translation>やりとり「%1」は「%2」になりました。前の名前のままの所が、ほかに %3 か所あります。</translation>
    </message>
    <message>
        <source>Put right.</source>
        <translation>直しました。</translation>
    </message>
</context>
<context>
    <name>GardenList</name>
    <message>
        <source>The same garden, as a list</source>
        <translation>同じ庭を、一覧で</translation>
    </message>
    <message>
        <source>In no order. Every scene is open, and takes all five ways of answering.</source>
        <translation>順番はありません。どの場面もひらいていて、五つの答え方のどれでもできます。</translation>
    </message>
    <message>
        <source>Find a scene</source>
        <translation>場面をさがす</translation>
    </message>
    <message>
        <source>Which scenes</source>
        <translation>どの場面</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Been there</source>
        <translation>行ったところ</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>まだのところ</translation>
    </message>
    <message>
        <source>Nothing to say</source>
        <translation>話さなくてよい</translation>
    </message>
    <message>
        <source>No scene has these words. You can try fewer or other words.</source>
        <translation>この言葉のある場面はありません。言葉を減らすか、変えてみてください。</translation>
    </message>
    <message>
        <source>Any length</source>
        <translation>長さは問わない</translation>
    </message>
    <message>
        <source>3 minutes</source>
        <translation>3分まで</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5分まで</translation>
    </message>
    <message>
        <source>How long, at most</source>
        <translation>長さ（いちばん長くて）</translation>
    </message>
    <message>
        <source>Any words</source>
        <translation>言葉の長さは問わない</translation>
    </message>
    <message>
        <source>A word or two</source>
        <translation>ひとことふたこと</translation>
    </message>
    <message>
        <source>Short sentences</source>
        <translation>短い文</translation>
    </message>
    <message>
        <source>How much there is to say, at most</source>
        <translation>言うことの長さ（いちばん長くて）</translation>
    </message>
    <message>
        <source>Where you were lately</source>
        <translation>最近行ったところ</translation>
    </message>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n場面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほかに%n</numerusform>
        </translation>
    </message>
    <message>
        <source>been here</source>
        <translation>行ったところ</translation>
    </message>
    <message>
        <source>you stopped here</source>
        <translation>ここで休みました</translation>
    </message>
    <message>
        <source>small, today</source>
        <translation>今日の小さなこと</translation>
    </message>
</context>
<context>
    <name>GardenView</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n場面</numerusform>
        </translation>
    </message>
    <message>
        <source>You have been here.</source>
        <translation>行ったことがあります。</translation>
    </message>
    <message>
        <source>You stopped here.</source>
        <translation>ここで休みました。</translation>
    </message>
    <message>
        <source>Something small for today.</source>
        <translation>今日の小さなこと。</translation>
    </message>
    <message>
        <source>%1. %2, scene %3 of %4.</source>
        <translation>%1。%2、%4場面のうちの%3。</translation>
    </message>
    <message>
        <source>been here</source>
        <translation>行ったところ</translation>
    </message>
    <message>
        <source>light: waiting for you</source>
        <translation>あかり：待っています</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだ</translation>
    </message>
</context>
<context>
    <name>GuidedPage</name>
    <message>
        <source>A first scene</source>
        <translation>はじめての場面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Write what comes to mind. Everything can be changed afterwards.</source>
        <translation>思いついたことを書いてください。あとから全部変えられます。</translation>
    </message>
    <message>
        <source>The scene</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>Language of the scene</source>
        <translation>場面の言語</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>場面の名前は何ですか。</translation>
    </message>
    <message>
        <source>Where is it, and when?</source>
        <translation>どこで、いつのことですか。</translation>
    </message>
    <message>
        <source>Who speaks? A name, and how they are</source>
        <translation>話すのはだれですか。名前と、どんな人か</translation>
    </message>
    <message>
        <source>The first moment</source>
        <translation>最初のやりとり</translation>
    </message>
    <message>
        <source>What does the other person say first?</source>
        <translation>相手は最初になんと言いますか。</translation>
    </message>
    <message>
        <source>What could somebody answer?</source>
        <translation>どんな返事ができますか。</translation>
    </message>
    <message>
        <source>And what else, if not that?</source>
        <translation>ほかには、どんな返事がありますか。</translation>
    </message>
    <message>
        <source>What does the other person say if it stays quiet?</source>
        <translation>返事がないとき、相手はなんと言いますか。</translation>
    </message>
    <message>
        <source>Make the scene</source>
        <translation>場面を作る</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Line numbers</source>
        <translation>行番号</translation>
    </message>
</context>
<context>
    <name>HearPanel</name>
    <message>
        <source>Hear it</source>
        <translation>声で聞く</translation>
    </message>
    <message>
        <source>This line, aloud</source>
        <translation>この行を声で</translation>
    </message>
    <message>
        <source>Hear</source>
        <translation>聞く</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>音を止める</translation>
    </message>
    <message>
        <source>Go to a line with words.</source>
        <translation>せりふのある行を選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>約%n秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>使いかた</translation>
    </message>
    <message>
        <source>Every stone in the garden is one small conversation. Any order; nothing is locked.</source>
        <translation>庭の石ひとつが、短い会話ひとつです。順番はなく、鍵もかかっていません。</translation>
    </message>
    <message>
        <source>Before a scene you can read every line that may be said in it.</source>
        <translation>場面に入る前に、そこで言われることをすべて読めます。</translation>
    </message>
    <message>
        <source>The dials are yours. They begin at their gentlest, and you can move them in mid-scene.</source>
        <translation>つまみはあなたのものです。いちばんやわらかいところから始まり、途中でも動かせます。</translation>
    </message>
    <message>
        <source>Five ways to answer count the same: listen, choose, type, read aloud, speak.</source>
        <translation>答えかたは五つあり、どれも同じ一回です。聞く、選ぶ、書く、読み上げる、話す。</translation>
    </message>
    <message>
        <source>“I don&apos;t know what to say” is always there and costs nothing.</source>
        <translation>「何と言えばいいかわからない」はいつでも使えます。使っても何も減りません。</translation>
    </message>
    <message>
        <source>You can leave at any moment with Esc. Nothing is lost.</source>
        <translation>Escキーで、いつでもやめられます。何もなくなりません。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Leave or close; it loses nothing</source>
        <translation>やめる、閉じる（何もなくなりません）</translation>
    </message>
    <message>
        <source>Hide at once; F9 again returns</source>
        <translation>すぐに隠す（もう一度F9でもどる）</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>もう一度聞く</translation>
    </message>
    <message>
        <source>Take a breath</source>
        <translation>ひと息つく</translation>
    </message>
    <message>
        <source>The dials of the scene</source>
        <translation>場面のつまみ</translation>
    </message>
    <message>
        <source>Listen, choose, type, read aloud, speak</source>
        <translation>聞く、選ぶ、書く、読み上げる、話す</translation>
    </message>
    <message>
        <source>Go to an answer; Enter says it</source>
        <translation>答えへ移る（Enterで言う）</translation>
    </message>
    <message>
        <source>I don&apos;t know what to say</source>
        <translation>何と言えばいいかわからない</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>このページ</translation>
    </message>
    <message>
        <source>If you need someone now</source>
        <translation>いま、だれかが必要なとき</translation>
    </message>
    <message>
        <source>There is no list for this language here. A person you trust may know one.</source>
        <translation>この言語の連絡先は入っていません。信頼できる人にたずねてみてください。</translation>
    </message>
    <message>
        <source>Compared with public pages about these places on %1. Nobody has called or written to try. Numbers and hours can change. If one does not answer, please try another.</source>
        <translation>%1に、公開されているページの内容と見くらべました。実際に連絡して試してはいません。番号や時間は変わることがあります。つながらないときは、ほかのところをお試しください。</translation>
    </message>
    <message>
        <source>These are still to be checked for this release. Numbers and hours can change. If one does not answer, please try another.</source>
        <translation>この一覧は、この版ではまだ確かめていません。番号や時間は変わることがあります。つながらないときは、ほかのところをお試しください。</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>ウェブページ</translation>
    </message>
    <message>
        <source>If the program needs help</source>
        <translation>プログラムの調子が悪いとき</translation>
    </message>
    <message>
        <source>One block of text about this computer, to copy. No names, no folders, nothing you practised.</source>
        <translation>このパソコンについての文章を、ひとまとめにしてコピーできます。名前もフォルダーも、練習の中身も入りません。</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>文章を見る</translation>
    </message>
    <message>
        <source>Copy for help</source>
        <translation>コピーする</translation>
    </message>
    <message>
        <source>The text to copy</source>
        <translation>コピーする文章</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>少しお待ちください。</translation>
    </message>
    <message>
        <source>It is copied. You can paste it into a message.</source>
        <translation>コピーしました。メッセージに貼りつけられます。</translation>
    </message>
    <message>
        <source>About Engawa</source>
        <translation>Engawaについて</translation>
    </message>
    <message>
        <source>An engawa is the veranda between a Japanese house and its garden: still at home, already outside.</source>
        <translation>縁側は、家と庭のあいだ。まだ家の中で、もう外です。</translation>
    </message>
    <message>
        <source>This is practice. It is not therapy and not a medical product. It builds on methods that were studied for social anxiety; this program itself has not been tested in a trial.</source>
        <translation>これは練習です。治療でも医療機器でもありません。人と話すときの不安について研究された方法をもとにしていますが、このプログラム自体の試験はまだ行われていません。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. There is no account and no name. Your voice is never kept.</source>
        <translation>このパソコンの外には何も出ません。登録も名前もいりません。声が残ることはありません。</translation>
    </message>
    <message>
        <source>Voices on Linux: espeak-ng for English; for Japanese “Mei” of the HTS working group, Nagoya Institute of Technology (CC BY 3.0), through Open JTalk. Elsewhere the voices of the system.</source>
        <translation>Linux の声：英語は espeak-ng、日本語は Open JTalk の「メイ」（名古屋工業大学 HTSワーキンググループ、CC BY 3.0）です。ほかのシステムでは、そのシステムの声を使います。</translation>
    </message>
    <message>
        <source>Version %1. Free software under the GPL, version 3 or later; scenes and drawings CC BY 4.0.</source>
        <translation>バージョン%1。GPL 第3版以降の自由ソフトウェアです。場面と絵は CC BY 4.0 です。</translation>
    </message>
</context>
<context>
    <name>HintCard</name>
    <message>
        <source>%1 of 3</source>
        <translation>3のうち%1</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Garden</source>
        <translation>庭</translation>
    </message>
    <message>
        <source>Put this note aside</source>
        <translation>このお知らせを閉じる</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>つづける</translation>
    </message>
    <message>
        <source>Where you stopped</source>
        <translation>休んだところ</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>見てみる</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>ほかのもの</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s).</source>
        <translation>
            <numerusform>約%n分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to say.</source>
        <translation>話さなくて大丈夫です。</translation>
    </message>
    <message>
        <source>Something small today</source>
        <translation>今日の小さなこと</translation>
    </message>
    <message>
        <source>Show as a garden</source>
        <translation>庭で見る</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>一覧で見る</translation>
    </message>
    <message>
        <source>Any order. Nothing is locked.</source>
        <translation>順番も鍵もありません。</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>There are no stones yet. The first visit lays the first one.</source>
        <translation>まだ石はありません。はじめて行くと、ひとつ置かれます。</translation>
    </message>
    <message>
        <source>Your stones</source>
        <translation>あなたの石</translation>
    </message>
    <message>
        <source>One stone for each visit. Long gaps and short ones look the same.</source>
        <translation>一回ごとに石ひとつ。間があいても、あかなくても、同じに見えます。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Back to the path</source>
        <translation>道にもどる</translation>
    </message>
    <message>
        <source>Read all of it</source>
        <translation>すべて読む</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Everything that is kept</source>
        <translation>残っているものすべて</translation>
    </message>
    <message>
        <source>Erase this one</source>
        <translation>これを消す</translation>
    </message>
    <message>
        <source>It did not happen.</source>
        <translation>そうはなりませんでした。</translation>
    </message>
    <message>
        <source>Some of it happened.</source>
        <translation>少しだけ、そうなりました。</translation>
    </message>
    <message>
        <source>It happened, and you were there.</source>
        <translation>そうなりました。それでも、そこにいました。</translation>
    </message>
    <message>
        <source>You expected: “%1”</source>
        <translation>予想：「%1」</translation>
    </message>
    <message>
        <source>Go there again</source>
        <translation>もう一度行く</translation>
    </message>
    <message>
        <source>Tension in this scene</source>
        <translation>この場面での緊張</translation>
    </message>
    <message>
        <source>Tension, all scenes</source>
        <translation>すべての場面の緊張</translation>
    </message>
    <message>
        <source>○ before   ● after</source>
        <translation>○ 前   ● あと</translation>
    </message>
    <message>
        <source>This scene</source>
        <translation>この場面</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>すべての場面</translation>
    </message>
    <message>
        <source>Which numbers</source>
        <translation>どの数を見るか</translation>
    </message>
    <message>
        <source>No numbers were written down here. They may stay empty.</source>
        <translation>ここには数字がありません。空欄のままで大丈夫です。</translation>
    </message>
    <message>
        <source>%1: before %2, after %3</source>
        <translation>%1：前%2、あと%3</translation>
    </message>
    <message numerus="yes">
        <source>Tension before and after, %n visit(s)</source>
        <translation>
            <numerusform>前とあとの緊張、%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>Up is fine too. It means you stayed.</source>
        <translation>上がっても大丈夫です。そこにいたということです。</translation>
    </message>
    <message>
        <source>Where you were</source>
        <translation>行ったところ</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>Places of the map, with a pebble for each visit</source>
        <translation>庭の場所と、訪ねるたびに置いた小石</translation>
    </message>
    <message>
        <source>One pebble for each visit. No place is above another.</source>
        <translation>一回の訪問に、小石が一つ。どの場所が上ということはありません。</translation>
    </message>
    <message>
        <source>Said aloud</source>
        <translation>声に出した言葉</translation>
    </message>
    <message>
        <source>No line was said aloud so far. Every way of answering counts the same.</source>
        <translation>声に出した言葉は、まだありません。どの答え方も同じに数えます。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), read or spoken.</source>
        <translation>
            <numerusform>読んだり話したりした言葉が %n。</numerusform>
        </translation>
    </message>
    <message>
        <source>One leaf for each line.</source>
        <translation>一つの言葉に、葉が一枚。</translation>
    </message>
    <message numerus="yes">
        <source>One leaf for %n line(s).</source>
        <translation>
            <numerusform>言葉 %n につき、葉が一枚。</numerusform>
        </translation>
    </message>
    <message>
        <source>A tree with a leaf for every line said aloud</source>
        <translation>声に出した言葉の数だけ葉のある木</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>What is kept</source>
        <translation>残るもの</translation>
    </message>
    <message>
        <source>Everything is on this computer, in one folder, in plain words.</source>
        <translation>すべてこのパソコンのひとつのフォルダーに、ふつうの言葉で残ります。</translation>
    </message>
    <message>
        <source>Which scenes, and when</source>
        <translation>どの場面に、いつ行ったか</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>Tension numbers</source>
        <translation>緊張の数字</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n組</numerusform>
        </translation>
    </message>
    <message>
        <source>What you expected</source>
        <translation>予想したこと</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n行</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep what was said, as text</source>
        <translation>話した言葉を字で残す</translation>
    </message>
    <message>
        <source>Off: words are forgotten when a scene ends.</source>
        <translation>オフにすると、場面が終わると言葉は消えます。</translation>
    </message>
    <message>
        <source>Learn my ways of saying things</source>
        <translation>自分の言いかたを覚えさせる</translation>
    </message>
    <message>
        <source>Words you confirmed are understood next time. They stay here.</source>
        <translation>確かめた言葉は、次から伝わります。このパソコンの中だけです。</translation>
    </message>
    <message>
        <source>Your voice is never kept.</source>
        <translation>声が残ることはありません。</translation>
    </message>
    <message>
        <source>Read it all</source>
        <translation>すべて読む</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Lock, backup, a page to show</source>
        <translation>鍵、控え、見せるための一枚</translation>
    </message>
    <message>
        <source>Everything that is kept</source>
        <translation>残っているものすべて</translation>
    </message>
    <message>
        <source>You see the exact text before anything is written.</source>
        <translation>書き出す前に、中身をそのまま見られます。</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>すべて消す</translation>
    </message>
    <message>
        <source>Yes, erase it now</source>
        <translation>はい、いま消します</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>残しておく</translation>
    </message>
    <message>
        <source>At once. It cannot be brought back.</source>
        <translation>すぐに消えます。元にはもどせません。</translation>
    </message>
    <message>
        <source>Everything was erased.</source>
        <translation>すべて消しました。</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>まだ何も残っていません。</translation>
    </message>
    <message>
        <source>It was written.</source>
        <translation>書き出しました。</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Moment</source>
        <translation>やりとり</translation>
    </message>
    <message>
        <source>Put in: %1</source>
        <translation>入れる：%1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>さがす</translation>
    </message>
    <message>
        <source>Ctrl+F. Words in this scene.</source>
        <translation>Ctrl+F。この場面のことばをさがします。</translation>
    </message>
</context>
<context>
    <name>ListenWay</name>
    <message>
        <source>You can watch and listen. The scene goes on when you press the button.</source>
        <translation>見て、聞いているだけで大丈夫です。ボタンを押すと先へ進みます。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>先へ</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the scene</source>
        <translation>場面の地図</translation>
    </message>
    <message>
        <source>Laid out for you. Arrow keys walk, Enter opens the lines.</source>
        <translation>自動で並びます。矢印キーで移り、Enterで行を開きます。</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>小さく</translation>
    </message>
</context>
<context>
    <name>MicrophonePage</name>
    <message>
        <source>Microphone and loudspeaker</source>
        <translation>マイクとスピーカー</translation>
    </message>
    <message>
        <source>You can practise without either. This page is for trying them out.</source>
        <translation>どちらもなくても練習できます。ここで試すことができます。</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>設定に戻る</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>マイクの音量</translation>
    </message>
    <message>
        <source>The pale band is the room. A voice is heard to the right of the line.</source>
        <translation>うすい帯は部屋の音です。線より右の声が聞こえます。</translation>
    </message>
    <message>
        <source>I use headphones</source>
        <translation>ヘッドホンを使う</translation>
    </message>
    <message>
        <source>The partner can be interrupted.</source>
        <translation>相手が話している途中でも、話しはじめられます。</translation>
    </message>
    <message>
        <source>I speak very softly</source>
        <translation>とても小さな声で話す</translation>
    </message>
    <message>
        <source>The microphone is turned up, and less is needed to count as speech.</source>
        <translation>マイクの音を大きくし、小さな声も声として聞き取ります。</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>試してみる</translation>
    </message>
    <message>
        <source>Press the button and say this, at any volume:</source>
        <translation>ボタンを押して、次の言葉をどんな大きさの声でも言ってみてください。</translation>
    </message>
    <message>
        <source>Speak for four seconds</source>
        <translation>四秒間話す</translation>
    </message>
    <message>
        <source>Hear it back</source>
        <translation>聞き返す</translation>
    </message>
    <message>
        <source>The recording stays in memory and is gone when you leave this page.</source>
        <translation>録音は保存されません。このページを離れると消えます。</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>スピーカー</translation>
    </message>
    <message>
        <source>Hear a sample</source>
        <translation>聞いてみる</translation>
    </message>
    <message>
        <source>Hello. Take your time. There is no hurry.</source>
        <translation>こんにちは。ゆっくりで大丈夫です。急ぐことはありません。</translation>
    </message>
    <message>
        <source>Without a loudspeaker the words are shown, and nothing else changes.</source>
        <translation>スピーカーがなくても言葉は表示されます。ほかは何も変わりません。</translation>
    </message>
    <message>
        <source>The system&apos;s own choice</source>
        <translation>パソコンにまかせる</translation>
    </message>
    <message>
        <source>%1 (not plugged in)</source>
        <translation>%1（つながっていません）</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>聞いています…</translation>
    </message>
    <message>
        <source>Heard: %1</source>
        <translation>聞こえた言葉：%1</translation>
    </message>
    <message>
        <source>No words could be made out. Choosing and typing always work.</source>
        <translation>言葉は聞き取れませんでした。選ぶことと入力することは、いつでもできます。</translation>
    </message>
</context>
<context>
    <name>ModelsCard</name>
    <message>
        <source>Speech models</source>
        <translation>音声モデル</translation>
    </message>
    <message>
        <source>They let this computer hear words by itself. A download happens only when you press the button.</source>
        <translation>このパソコンだけで言葉を聞き取るためのものです。ボタンを押したときだけダウンロードします。</translation>
    </message>
    <message>
        <source>Install from a file</source>
        <translation>ファイルから入れる</translation>
    </message>
    <message>
        <source>Practising opens no network connection.</source>
        <translation>練習中、ネットワークにはつながりません。</translation>
    </message>
    <message>
        <source>Paused, %1 % is here</source>
        <translation>一時停止中（%1 % まで届いています）</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>このパソコンにあります</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Downloading, %1 %</source>
        <translation>ダウンロード中、%1%</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>確かめています</translation>
    </message>
    <message>
        <source>Being unpacked</source>
        <translation>展開しています</translation>
    </message>
    <message>
        <source>Damaged; it can be installed anew</source>
        <translation>壊れています。入れ直せます</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>先へ</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
</context>
<context>
    <name>MomentBox</name>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <translation>
            <numerusform>返事%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found here</source>
        <translation>
            <numerusform>見つかったこと%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing leads here</source>
        <translation>ここへ来る道がありません</translation>
    </message>
    <message>
        <source>leads to the end</source>
        <translation>終わりへ進みます</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Notes for other authors</source>
        <translation>ほかの書き手へのメモ</translation>
    </message>
    <message>
        <source>They stand in the sheet and are never shown in practice.</source>
        <translation>台本の中にあり、練習では表示されません。</translation>
    </message>
    <message>
        <source>A note above the line of the caret</source>
        <translation>いまの行の上にメモを書く</translation>
    </message>
    <message>
        <source>A note above this line</source>
        <translation>この行の上にメモを書く</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>メモを入れる</translation>
    </message>
    <message>
        <source>Kept as it is: %1</source>
        <translation>そのまま：%1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1行目</translation>
    </message>
</context>
<context>
    <name>NoticeArea</name>
    <message>
        <source>Put this note aside</source>
        <translation>このお知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Outline</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>やりとり</translation>
    </message>
    <message>
        <source>New moment</source>
        <translation>新しいやりとり</translation>
    </message>
    <message>
        <source>Rename this moment</source>
        <translation>このやりとりの名前を変える</translation>
    </message>
    <message>
        <source>Name of the new moment</source>
        <translation>新しいやりとりの名前</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>About the scene</source>
        <translation>場面について</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>終わったあと</translation>
    </message>
    <message numerus="yes">
        <source>%n found here</source>
        <translation>
            <numerusform>見つかったこと%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Another name for this moment</source>
        <translation>このやりとりの新しい名前</translation>
    </message>
    <message>
        <source>A moment needs a name.</source>
        <translation>名前を入れてください。</translation>
    </message>
    <message>
        <source>A shorter name, please: up to 60 characters.</source>
        <translation>もう少し短く、60文字までにしてください。</translation>
    </message>
    <message>
        <source>A name holds no brackets and no = sign.</source>
        <translation>名前にかっこと「=」は使えません。</translation>
    </message>
    <message>
        <source>That word has a meaning of its own. Please choose another name.</source>
        <translation>そのことばには決まった働きがあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>There is a moment of that name already.</source>
        <translation>その名前のやりとりは、もうあります。</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>A draft. Nobody else has read it yet.</source>
        <translation>下書きです。ほかの人はまだ読んでいません。</translation>
    </message>
    <message>
        <source>Its makers have checked it.</source>
        <translation>作った人が点検しました。</translation>
    </message>
    <message>
        <source>A second person has read it.</source>
        <translation>もう一人が読みました。</translation>
    </message>
    <message>
        <source>Other people have tried it.</source>
        <translation>ほかの人が試しました。</translation>
    </message>
    <message>
        <source>You may share and change it.</source>
        <translation>人に渡したり、変えたりできます。</translation>
    </message>
    <message>
        <source>You may share it as it is, if you name its makers.</source>
        <translation>作った人の名前を添えれば、そのまま人に渡せます。</translation>
    </message>
    <message>
        <source>You may share it, not for money, if you name its makers.</source>
        <translation>作った人の名前を添えれば、お金をとらずに人に渡せます。</translation>
    </message>
    <message>
        <source>You may share and change it if you name its makers.</source>
        <translation>作った人の名前を添えれば、人に渡したり、変えたりできます。</translation>
    </message>
    <message>
        <source>Please ask its makers before you give it to others.</source>
        <translation>人に渡す前に、作った人に聞いてください。</translation>
    </message>
    <message>
        <source>This very pack is on your shelf already.</source>
        <translation>まったく同じパックが、もう棚にあります。</translation>
    </message>
    <message>
        <source>It is newer than the one on your shelf (%1). What you have practised stays yours.</source>
        <translation>棚にあるもの（%1）より新しいパックです。これまでの記録はそのまま残ります。</translation>
    </message>
    <message>
        <source>It is older than the one on your shelf (%1).</source>
        <translation>棚にあるもの（%1）より古いパックです。</translation>
    </message>
    <message>
        <source>It has the version of the one on your shelf (%1), and another content. Compare the fingerprints with whoever gave it to you.</source>
        <translation>棚にあるもの（%1）とバージョンは同じで、中身がちがいます。くれた人と指紋を比べてください。</translation>
    </message>
    <message>
        <source>A pack with the same id is on your shelf, and somebody else made it. Ask whoever gave it to you before you replace it.</source>
        <translation>同じidのパックが棚にあります。作った人がちがいます。入れかえる前に、くれた人に聞いてください。</translation>
    </message>
    <message>
        <source>This pack comes with Engawa already, and stays as it is.</source>
        <translation>このパックは縁側にはじめから入っています。そのまま残ります。</translation>
    </message>
    <message>
        <source>It is being checked…</source>
        <translation>点検しています……</translation>
    </message>
    <message>
        <source>Checked now: nothing to repair.</source>
        <translation>いま点検しました。直すところはありません。</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>レベル%1</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作った人</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>中身</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>ことば</translation>
    </message>
    <message>
        <source>Content notes</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指紋</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>置き場所</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>くれた人</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>棚に入れた日</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Packs</source>
        <translation>パック</translation>
    </message>
    <message>
        <source>Your shelf</source>
        <translation>あなたの棚</translation>
    </message>
    <message>
        <source>A pack is words and pictures. It can run nothing.</source>
        <translation>パックは言葉と絵だけです。プログラムは入っていません。</translation>
    </message>
    <message>
        <source>Write scenes</source>
        <translation>場面を書く</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>You can also drop a pack on this window.</source>
        <translation>このウィンドウにパックを落としても開けます。</translation>
    </message>
    <message>
        <source>Find a pack</source>
        <translation>パックをさがす</translation>
    </message>
    <message>
        <source>Go into a scene from here</source>
        <translation>ここから場面に入る</translation>
    </message>
    <message>
        <source>The pack stays where it is. To have it in your garden, add it.</source>
        <translation>パックは今の場所に置いたままです。庭に置くには、棚に入れてください。</translation>
    </message>
    <message>
        <source>No pack has these words. You can try fewer or other words.</source>
        <translation>この言葉のあるパックはありません。言葉を減らすか、変えてみてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n more pack(s). A word above finds them.</source>
        <translation>
            <numerusform>ほかに%n個あります。上に言葉を入れると見つかります。</numerusform>
        </translation>
    </message>
    <message>
        <source>stands beside your shelf</source>
        <translation>棚の横にあります</translation>
    </message>
    <message>
        <source>out of sight</source>
        <translation>場面は見えません</translation>
    </message>
    <message>
        <source>a newer version is there</source>
        <translation>新しいバージョンがあります</translation>
    </message>
    <message>
        <source>Folders beside your shelf</source>
        <translation>棚の横のフォルダー</translation>
    </message>
    <message>
        <source>A centre can keep packs in a shared folder, or on a stick. They stand here beside yours. Nothing in the folder is ever changed.</source>
        <translation>支援センターでは、共有フォルダーやUSBメモリーにパックを置いておけます。ここに、あなたの棚と並びます。フォルダーの中身は変わりません。</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを加える</translation>
    </message>
    <message>
        <source>not there at the moment</source>
        <translation>いまは見つかりません</translation>
    </message>
    <message numerus="yes">
        <source>%n pack(s)</source>
        <translation>
            <numerusform>パック%n個</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>It stands beside your shelf no longer. Packs you have added stay.</source>
        <translation>棚の横から外します。入れたパックは残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n場面</numerusform>
        </translation>
    </message>
    <message>
        <source>comes with Engawa</source>
        <translation>Engawaに付いています</translation>
    </message>
    <message>
        <source>Two people can read these words aloud to see that they hold the same pack.</source>
        <translation>二人でこの言葉を読み合うと、同じパックかどうか確かめられます。</translation>
    </message>
    <message>
        <source>Look at its cover</source>
        <translation>表紙を見る</translation>
    </message>
    <message>
        <source>Look at the newer version</source>
        <translation>新しいバージョンを見る</translation>
    </message>
    <message>
        <source>Show its scenes again</source>
        <translation>場面をまた見せる</translation>
    </message>
    <message>
        <source>Put its scenes out of sight</source>
        <translation>場面を見えなくする</translation>
    </message>
    <message>
        <source>Take it off the shelf</source>
        <translation>棚からおろす</translation>
    </message>
    <message>
        <source>Your own records of its scenes stay.</source>
        <translation>あなたの記録はそのまま残ります。</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>done</source>
        <translation>できました</translation>
    </message>
    <message>
        <source>no words yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>見直し</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>空でも大丈夫</translation>
    </message>
    <message>
        <source>has no source</source>
        <translation>元がありません</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>見直した</translation>
    </message>
    <message>
        <source>Look again. Press when it still fits.</source>
        <translation>見直してください。このままでよければ押してください。</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>about</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>beforehand</source>
        <translation>予想</translation>
    </message>
    <message>
        <source>for facilitators</source>
        <translation>支援者へ</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>listened for</source>
        <translation>聞き取る言葉</translation>
    </message>
    <message>
        <source>may be hard</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>ふりかえり</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>しめくくり</translation>
    </message>
    <message>
        <source>small step</source>
        <translation>一歩</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>やりとり</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>ト書き</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>返事</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>返事の例</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>ヒント</translation>
    </message>
</context>
<context>
    <name>PathPicture</name>
    <message numerus="yes">
        <source>A garden path with %n stone(s)</source>
        <translation>
            <numerusform>石が%n個ある庭の道</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesView</name>
    <message>
        <source>Pictures and sounds</source>
        <translation>絵と音</translation>
    </message>
    <message>
        <source>Drop a picture or a sound here. It is made smaller, and where and when it was made is taken out.</source>
        <translation>絵や音をここに置いてください。小さくして、撮った場所や日時の情報を取りのぞきます。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Pictures and sounds of the pack</source>
        <translation>このパックの絵と音</translation>
    </message>
    <message>
        <source>What is seen, in %1</source>
        <translation>何が見えるか（%1）</translation>
    </message>
    <message>
        <source>Who made it?</source>
        <translation>だれが作りましたか。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>使える条件</translation>
    </message>
    <message>
        <source>Put it into the pack</source>
        <translation>パックに入れる</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>入れない</translation>
    </message>
    <message>
        <source>only for this pack</source>
        <translation>このパックだけ</translation>
    </message>
    <message>
        <source>Please say who made it. A pack needs that for every picture and sound.</source>
        <translation>だれが作ったかを書いてください。パックの絵と音には、作った人の名前が必要です。</translation>
    </message>
</context>
<context>
    <name>PlayPage</name>
    <message>
        <source>Play from here</source>
        <translation>ここから試す</translation>
    </message>
    <message>
        <source>This moment cannot be played yet. Look at what was found first.</source>
        <translation>このやりとりは、まだ試せません。先に、見つかったことを見てください。</translation>
    </message>
    <message>
        <source>Back to the lines</source>
        <translation>行に戻る</translation>
    </message>
    <message>
        <source>From here again</source>
        <translation>もう一度ここから</translation>
    </message>
    <message>
        <source>Trying from “%1”. Nothing of it is kept.</source>
        <translation>「%1」から試しています。記録は残りません。</translation>
    </message>
    <message>
        <source>Remembered here: %1</source>
        <translation>ここで覚えていること：%1</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Practice</source>
        <translation>練習</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Esc. You can leave at any time. Nothing is lost.</source>
        <translation>Escキー。いつでもやめられます。何もなくなりません。</translation>
    </message>
    <message>
        <source>Take a breath</source>
        <translation>ひと息つく</translation>
    </message>
    <message>
        <source>Gentler</source>
        <translation>やわらかく</translation>
    </message>
    <message>
        <source>Ctrl+D. The dials of this scene.</source>
        <translation>Ctrl+D。この場面のつまみ。</translation>
    </message>
    <message>
        <source>The dials are yours</source>
        <translation>つまみはあなたのもの</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>You can change these at any moment. The scene follows at once.</source>
        <translation>いつでも変えられます。場面はすぐに変わります。</translation>
    </message>
    <message>
        <source>All gentle</source>
        <translation>すべてやわらかく</translation>
    </message>
    <message>
        <source>This scene has no dials.</source>
        <translation>この場面につまみはありません。</translation>
    </message>
    <message>
        <source>Part %1 of about %2</source>
        <translation>約%2のうちの%1</translation>
    </message>
</context>
<context>
    <name>PracticePanel</name>
    <message>
        <source>How you answer</source>
        <translation>答えかた</translation>
    </message>
    <message>
        <source>I don&apos;t know what to say</source>
        <translation>何と言えばいいかわからない</translation>
    </message>
    <message>
        <source>Shows a hint. It costs nothing.</source>
        <translation>ヒントが出ます。何も減りません。</translation>
    </message>
    <message>
        <source>Stay quiet</source>
        <translation>だまっている</translation>
    </message>
    <message>
        <source>Say nothing. The scene goes on, and it counts the same.</source>
        <translation>何も言いません。場面は先へ進みます。ほかの答え方と同じに数えます。</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>あったことを見る</translation>
    </message>
    <message>
        <source>One more hint</source>
        <translation>ヒントをもうひとつ</translation>
    </message>
    <message>
        <source>You left. %1 understands.</source>
        <translation>やめました。%1はわかってくれています。</translation>
    </message>
    <message>
        <source>You left. That is fine.</source>
        <translation>やめました。それで大丈夫です。</translation>
    </message>
    <message>
        <source>The scene has come to its end.</source>
        <translation>場面はここまでです。</translation>
    </message>
    <message>
        <source>There is no hurry. %1 is waiting.</source>
        <translation>急がなくて大丈夫です。%1が待っています。</translation>
    </message>
    <message>
        <source>There is no hurry.</source>
        <translation>急がなくて大丈夫です。</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>伝わったこと：%1</translation>
    </message>
    <message>
        <source>%1 is speaking.</source>
        <translation>%1が話しています。</translation>
    </message>
    <message>
        <source>Everything waits.</source>
        <translation>みんな待っています。</translation>
    </message>
    <message>
        <source>You can begin whenever you like.</source>
        <translation>好きなときに始められます。</translation>
    </message>
</context>
<context>
    <name>PracticeStage</name>
    <message>
        <source>Hear it again</source>
        <translation>もう一度聞く</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>ゆっくり</translation>
    </message>
    <message>
        <source>Says the same line again, more slowly.</source>
        <translation>同じ言葉を、もっとゆっくり言います。</translation>
    </message>
    <message>
        <source>Words off</source>
        <translation>字を消す</translation>
    </message>
    <message>
        <source>You (said for you)</source>
        <translation>あなた（代わりに）</translation>
    </message>
    <message>
        <source>The words are hidden. You can listen, and turn them on at any time.</source>
        <translation>字は隠れています。聞くだけにして、いつでもまた出せます。</translation>
    </message>
    <message>
        <source>Words on</source>
        <translation>字を出す</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Scene</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>もどる</translation>
    </message>
    <message>
        <source>Nobody speaks here.</source>
        <translation>ここではだれも話しません。</translation>
    </message>
    <message numerus="yes">
        <source>About %n turn(s). No clock.</source>
        <translation>
            <numerusform>約%n回のやりとり。時間の制限はありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>だれ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>どこ</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>How to stop</source>
        <translation>やめかた</translation>
    </message>
    <message>
        <source>Esc, at any moment. Nothing is lost.</source>
        <translation>いつでもEscキーで。何もなくなりません。</translation>
    </message>
    <message>
        <source>What one may try</source>
        <translation>やってみること</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>知っておくこと</translation>
    </message>
    <message>
        <source>This time you sit in the other seat, and say the partner&apos;s lines.</source>
        <translation>今度は反対の席です。相手の言葉を、あなたが言います。</translation>
    </message>
    <message>
        <source>Back to my own seat</source>
        <translation>自分の席にもどる</translation>
    </message>
    <message>
        <source>The dials are yours</source>
        <translation>つまみはあなたのもの</translation>
    </message>
    <message>
        <source>All gentle</source>
        <translation>すべてやわらかく</translation>
    </message>
    <message>
        <source>In your last two visits tension went up. If you like, one dial can stand gentler. %1: %2.</source>
        <translation>この二回は、緊張が上がりました。よければ、つまみを一つやわらかくできます。%1：%2。</translation>
    </message>
    <message>
        <source>Yes, gentler</source>
        <translation>やわらかくする</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>このままにする</translation>
    </message>
    <message>
        <source>How you answer</source>
        <translation>答えかた</translation>
    </message>
    <message>
        <source>Swap seats</source>
        <translation>席を替わる</translation>
    </message>
    <message>
        <source>The same scene from the partner&apos;s place.</source>
        <translation>同じ場面を、相手の側から。</translation>
    </message>
    <message>
        <source>How tense are you now?</source>
        <translation>いま、どのくらい緊張していますか？</translation>
    </message>
    <message>
        <source>you may leave both empty</source>
        <translation>どちらも空欄で大丈夫です</translation>
    </message>
    <message>
        <source>What do you expect to happen?</source>
        <translation>どうなると思いますか？</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>今日はやめておく</translation>
    </message>
    <message>
        <source>Begin when you like</source>
        <translation>好きなときに始める</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>To think about, if you like</source>
        <translation>よければ、考えてみること</translation>
    </message>
    <message>
        <source>you may leave all of it empty</source>
        <translation>何も書かなくてかまいません</translation>
    </message>
    <message>
        <source>Your words are kept on this computer, because you turned that on.</source>
        <translation>あなたが選んだとおり、言葉はこのパソコンに残ります。</translation>
    </message>
    <message>
        <source>Your words are not kept. They go when you leave this page.</source>
        <translation>言葉は残りません。このページを離れると消えます。</translation>
    </message>
</context>
<context>
    <name>QuickHidePage</name>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Groceries

rice
eggs
spring onions
tofu
soy sauce
tea
light bulbs (E26)
bin bags

Rice was cheaper in the larger bag.</source>
        <translation>買い物

米
卵
長ねぎ
豆腐
しょうゆ
お茶
電球（E26）
ごみ袋

米は大きい袋のほうが安かった。</translation>
    </message>
    <message>
        <source>Books to look for

The one about tidal pools
A small grammar of birds</source>
        <translation>さがす本

潮だまりの本
鳥の小さな図鑑</translation>
    </message>
    <message>
        <source>Soup, for four

1 leek
2 potatoes
800 ml stock
Simmer for twenty minutes.</source>
        <translation>スープ（四人分）

長ねぎ 1本
じゃがいも 2個
だし 800ml
20分ほど煮る。</translation>
    </message>
    <message>
        <source>Measurements

Shelf 84 cm
Window 120 x 90</source>
        <translation>寸法

棚 84cm
窓 120×90</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadWay</name>
    <message>
        <source>I have read it</source>
        <translation>読みました</translation>
    </message>
    <message>
        <source>Another line</source>
        <translation>ほかの言葉</translation>
    </message>
    <message>
        <source>Say it for me</source>
        <translation>代わりに言って</translation>
    </message>
    <message>
        <source>You can say</source>
        <translation>こう言えます</translation>
    </message>
</context>
<context>
    <name>ScriptCard</name>
    <message>
        <source>What will be said</source>
        <translation>言われること</translation>
    </message>
    <message>
        <source>Show me first</source>
        <translation>先に見せて</translation>
    </message>
    <message>
        <source>You watch the scene once, without answering.</source>
        <translation>答えずに、一度だけ場面を見ます。</translation>
    </message>
    <message>
        <source>The short form</source>
        <translation>短く見る</translation>
    </message>
    <message>
        <source>Show me everything that can happen</source>
        <translation>起こりうることをすべて見る</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>   or   </source>
        <translation>／</translation>
    </message>
    <message>
        <source>the hardest line, for many</source>
        <translation>多くの人にいちばん重い言葉</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>いつでも</translation>
    </message>
    <message>
        <source>the hardest moment, for many</source>
        <translation>多くの人にいちばん重いところ</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>次は：%1</translation>
    </message>
    <message>
        <source> or </source>
        <translation>、または</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>あなた：%1</translation>
    </message>
    <message>
        <source>You, without words: %1</source>
        <translation>あなた（言葉なし）：%1</translation>
    </message>
    <message>
        <source>You, on purpose: %1</source>
        <translation>あなた（わざと）：%1</translation>
    </message>
    <message>
        <source>If you stay quiet for %1 seconds</source>
        <translation>%1 秒だまっていたら</translation>
    </message>
    <message>
        <source>If you ask to hear it again</source>
        <translation>聞き返したら</translation>
    </message>
    <message>
        <source>If the program did not catch your words</source>
        <translation>プログラムが言葉を聞き取れなかったら</translation>
    </message>
    <message>
        <source>If that dial is up: you are asked again</source>
        <translation>「聞こえなかった」のつまみを上げていたら、聞き返されます</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>おしまい</translation>
    </message>
    <message>
        <source>the same once more</source>
        <translation>同じところをもう一度</translation>
    </message>
    <message>
        <source>back to where you were</source>
        <translation>前のところへ戻る</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>はっきり</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>パソコンと同じ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Still pictures</source>
        <translation>絵を動かさない</translation>
    </message>
    <message>
        <source>No breathing, blinking or drift.</source>
        <translation>息づかいも、まばたきも、ゆれもありません。</translation>
    </message>
    <message>
        <source>Show the words before they are said</source>
        <translation>言われる前に字を出す</translation>
    </message>
    <message>
        <source>Otherwise they appear word by word.</source>
        <translation>オフにすると、声に合わせて少しずつ出ます。</translation>
    </message>
    <message>
        <source>Furigana</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>はじめてだけ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>画面の言語</translation>
    </message>
    <message>
        <source>Language you practise</source>
        <translation>練習する言語</translation>
    </message>
    <message>
        <source>Who you talk with</source>
        <translation>話す相手</translation>
    </message>
    <message>
        <source>Anyone can be anyone. “No face” is a calm shape instead of a person.</source>
        <translation>どの場面でも、好きな人を選べます。「顔なし」は、人の代わりの静かなかたちです。</translation>
    </message>
    <message>
        <source>Quick hide</source>
        <translation>すぐに隠す</translation>
    </message>
    <message>
        <source>F9 turns this window into a plain page and mutes at once. F9 again returns.</source>
        <translation>F9キーで、この画面がふつうのメモに変わり、すぐに音が消えます。もう一度F9でもどります。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>A plain window title at all times</source>
        <translation>いつも目立たない題名にする</translation>
    </message>
    <message>
        <source>The task bar says “Notes”.</source>
        <translation>タスクバーには「メモ」と出ます。</translation>
    </message>
</context>
<context>
    <name>SharePage</name>
    <message>
        <source>Hand over</source>
        <translation>渡す</translation>
    </message>
    <message>
        <source>Back to the lines</source>
        <translation>行に戻る</translation>
    </message>
    <message>
        <source>One file for the computer of the person who practises</source>
        <translation>練習する人のパソコンに渡す、ひとつのファイル</translation>
    </message>
    <message>
        <source>Nothing. It reads well.</source>
        <translation>ありません。よく読めます。</translation>
    </message>
    <message>
        <source>Found in this scene: %1</source>
        <translation>この場面で見つかったこと：%1</translation>
    </message>
    <message>
        <source>What must be fixed keeps the scene from being practised. It stands in the findings.</source>
        <translation>「直すところ」が残っていると練習できません。見つかったことの一覧にあります。</translation>
    </message>
    <message>
        <source>A pack is words, pictures and sounds. It can run nothing. Six words tell it from every other.</source>
        <translation>パックはことばと絵と音だけです。なにも動かせません。六つのことばで、ほかのパックと見分けられます。</translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation>パックを作る</translation>
    </message>
    <message>
        <source>%1 is ready. Its six words: %2</source>
        <translation>%1ができました。六つのことば：%2</translation>
    </message>
    <message>
        <source>Copies to read, to speak, to translate</source>
        <translation>読む、話す、訳すための写し</translation>
    </message>
    <message>
        <source>For a second reader, with room for a pencil; for a voice; for a translator.</source>
        <translation>もうひとりの読み手、声の人、訳す人のためのものです。</translation>
    </message>
    <message>
        <source>Reading copy (PDF)</source>
        <translation>読むための写し（PDF）</translation>
    </message>
    <message>
        <source>Voice script (CSV)</source>
        <translation>せりふの一覧（CSV）</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1ができました。</translation>
    </message>
</context>
<context>
    <name>SheetEdit</name>
    <message>
        <source>Lines of the scene</source>
        <translation>場面の行</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>The scene</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>To the beginning; everything is kept</source>
        <translation>最初の画面へ（すべて保存されています）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>ここから試す</translation>
    </message>
    <message>
        <source>F7. Practise from this moment. Nothing of it is kept.</source>
        <translation>F7。このやりとりから試します。記録は残りません。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>渡す</translation>
    </message>
    <message>
        <source>Add a scene to this pack</source>
        <translation>このパックに場面を加える</translation>
    </message>
    <message>
        <source>Scene of the pack</source>
        <translation>パックの場面</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>Writing… it is kept in a moment.</source>
        <translation>書いています…まもなく保存します。</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>The desk</source>
        <translation>机</translation>
    </message>
    <message>
        <source>Rename a moment</source>
        <translation>やりとりの名前を変える</translation>
    </message>
</context>
<context>
    <name>SheetText</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取る</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付ける</translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation>すべて選ぶ</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Try it</source>
        <translation>試す</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>The microphone is being opened.</source>
        <translation>マイクを準備しています。</translation>
    </message>
    <message>
        <source>This microphone is listening: %1</source>
        <translation>使っているマイク：%1</translation>
    </message>
    <message>
        <source>Another microphone is in use now: %1</source>
        <translation>別のマイクに変わりました：%1</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in at any time. Choosing and typing count the same.</source>
        <translation>マイクが見つかりません。いつでもつなぐことができます。選んでも入力しても、同じように数えます。</translation>
    </message>
    <message>
        <source>The microphone went away. It is looked for every few seconds.</source>
        <translation>マイクが外れました。数秒ごとに探しています。</translation>
    </message>
    <message>
        <source>The microphone gives no sound at all. Look for a switch on it, and in the system&apos;s settings whether programs may use it.</source>
        <translation>マイクから音がまったく届いていません。マイクのスイッチと、システムの設定でマイクの使用が許可されているかを確かめてください。</translation>
    </message>
    <message>
        <source>The microphone stopped answering. Unplugging it and plugging it in again often helps.</source>
        <translation>マイクから返事がありません。一度抜いて、つなぎ直すとよいことがあります。</translation>
    </message>
    <message>
        <source>the system&apos;s own choice</source>
        <translation>システムの設定のもの</translation>
    </message>
    <message>
        <source>It is rather loud around the microphone. Closer to your mouth, a headset, or a closed door helps. Choosing and typing always work.</source>
        <translation>マイクのまわりが少しにぎやかです。口に近づける、ヘッドセットを使う、ドアを閉めると聞き取りやすくなります。選ぶことと入力することは、いつでもできます。</translation>
    </message>
    <message>
        <source>That came through well. Nothing needs to be changed.</source>
        <translation>よく聞こえました。このままで大丈夫です。</translation>
    </message>
    <message>
        <source>No voice reached the program. Move closer, or choose another microphone, and try once more.</source>
        <translation>声が届きませんでした。近づくか、別のマイクを選んで、もう一度試してみてください。</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. It may be muted, or not allowed for this program.</source>
        <translation>マイクから音がまったく届きませんでした。消音になっているか、このプログラムに許可されていないのかもしれません。</translation>
    </message>
    <message>
        <source>Your voice came through very softly. “I speak very softly” in the settings turns the sound up.</source>
        <translation>とても小さく聞こえました。「とても小さな声で話す」を選ぶと、音を大きくします。</translation>
    </message>
    <message>
        <source>Your voice was so near that it was cut off at the top. A little more distance helps.</source>
        <translation>声が近すぎて音が割れました。少し離れると聞き取りやすくなります。</translation>
    </message>
    <message>
        <source>Your voice hardly stands out from the sounds around it. A headset or a closed door helps.</source>
        <translation>声がまわりの音にまぎれています。ヘッドセットを使うか、ドアを閉めるとよくなります。</translation>
    </message>
</context>
<context>
    <name>SpeakWay</name>
    <message>
        <source>Quiet is fine. Your voice is not kept.</source>
        <translation>小さな声で大丈夫です。声は残りません。</translation>
    </message>
    <message>
        <source>I&apos;m done</source>
        <translation>話し終えました</translation>
    </message>
    <message>
        <source>Say it for me</source>
        <translation>代わりに言って</translation>
    </message>
    <message>
        <source>You can speak now, when you like.</source>
        <translation>好きなときに、話してください。</translation>
    </message>
    <message>
        <source>Press and speak when you are ready.</source>
        <translation>話したくなったら、押して話してください。</translation>
    </message>
    <message>
        <source>Heard so far: %1</source>
        <translation>聞こえているところ：%1</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>For facilitators</source>
        <translation>支援者の方へ</translation>
    </message>
    <message>
        <source>One more scene in “%1”</source>
        <translation>「%1」にもうひとつ場面を加える</translation>
    </message>
    <message>
        <source>Write a scene</source>
        <translation>場面を書く</translation>
    </message>
    <message>
        <source>For the person you know. Nobody needs to program, and nothing leaves this computer.</source>
        <translation>あなたの知っているその人のために。プログラムの知識はいりません。このパソコンの外には何も出ません。</translation>
    </message>
    <message>
        <source>Back to the lines</source>
        <translation>行に戻る</translation>
    </message>
    <message>
        <source>Your scenes</source>
        <translation>あなたの場面</translation>
    </message>
    <message>
        <source>There are none yet. What you begin here appears in this list.</source>
        <translation>まだありません。ここで始めたものが、この一覧に並びます。</translation>
    </message>
    <message>
        <source>They are kept in %1</source>
        <translation>保存する場所：%1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>Answer a few questions</source>
        <translation>いくつかの質問に答える</translation>
    </message>
    <message>
        <source>Who speaks, where, and what could be answered. About five minutes.</source>
        <translation>だれが、どこで話し、どんな返事ができるか。5分ほどです。</translation>
    </message>
    <message>
        <source>Or change a scene that is already filled in:</source>
        <translation>または、できている場面を変えていく：</translation>
    </message>
    <message>
        <source>Language of the scene</source>
        <translation>場面の言語</translation>
    </message>
    <message>
        <source>Something that exists already</source>
        <translation>すでにあるもの</translation>
    </message>
    <message>
        <source>Open a pack folder or a sheet, wherever it is. You can also drop it on this window.</source>
        <translation>どこにあるパックのフォルダーや台本でも開けます。この窓に置いても開きます。</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open a sheet</source>
        <translation>台本を開く</translation>
    </message>
    <message>
        <source>Bring a story from elsewhere</source>
        <translation>ほかの形式の物語を取りこむ</translation>
    </message>
    <message>
        <source>Stories come from Twine (Twee 3), Yarn Spinner, or a table with two columns. What cannot be carried over is listed.</source>
        <translation>Twine（Twee 3）、Yarn Spinner、2列の表から取りこめます。移せないものは一覧に出ます。</translation>
    </message>
</context>
<context>
    <name>TranslationView</name>
    <message>
        <source>Translation</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Language of the translation</source>
        <translation>翻訳する言語</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>表示する行</translation>
    </message>
    <message>
        <source>This moment</source>
        <translation>このやりとり</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>見直し</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>まだないもの</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>For a translator (PO)</source>
        <translation>訳す人へ（PO）</translation>
    </message>
    <message>
        <source>As a table (CSV)</source>
        <translation>表にする（CSV）</translation>
    </message>
    <message>
        <source>Bring texts back</source>
        <translation>訳を取りこむ</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1ができました。</translation>
    </message>
    <message>
        <source>There are no texts of a scene in that file.</source>
        <translation>そのファイルに、場面のことばはありません。</translation>
    </message>
    <message>
        <source>%1 texts were changed.</source>
        <translation>%1か所を変えました。</translation>
    </message>
    <message>
        <source>These no longer fit and were left out: %1</source>
        <translation>元が変わったため、入れなかったもの：%1</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>ここにはありません。</translation>
    </message>
    <message>
        <source>%1 of %2 have words. %3 to look at again.</source>
        <translation>%2のうち%1に訳があります。見直しは%3です。</translation>
    </message>
    <message>
        <source>There is no translation in this language yet.</source>
        <translation>この言語の翻訳は、まだありません。</translation>
    </message>
    <message>
        <source>Begin in %1</source>
        <translation>%1で始める</translation>
    </message>
</context>
<context>
    <name>TryPanel</name>
    <message>
        <source>Try words</source>
        <translation>ことばを試す</translation>
    </message>
    <message>
        <source>Write what somebody might say here. See what is understood.</source>
        <translation>ここで言いそうなことばを書いてください。どう伝わるかが分かります。</translation>
    </message>
    <message>
        <source>Words to try</source>
        <translation>試すことば</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Go to a moment first.</source>
        <translation>先に、やりとりを選んでください。</translation>
    </message>
    <message>
        <source>This moment has no replies with words yet.</source>
        <translation>このやりとりには、ことばの返事がまだありません。</translation>
    </message>
    <message>
        <source>Not understood as any reply</source>
        <translation>どの返事としても伝わりません</translation>
    </message>
    <message>
        <source>The partner would ask which of two is meant.</source>
        <translation>相手は、二つのうちどちらかを聞き返します。</translation>
    </message>
    <message>
        <source>Nearest: %1</source>
        <translation>いちばん近い返事：%1</translation>
    </message>
    <message>
        <source>These words are an example of it already.</source>
        <translation>このことばは、もう例に入っています。</translation>
    </message>
    <message>
        <source>Heard in it: %1</source>
        <translation>聞き取ったこと：%1</translation>
    </message>
    <message>
        <source>These words decided: %1</source>
        <translation>決め手になったことば：%1</translation>
    </message>
    <message>
        <source>Next nearest: %1</source>
        <translation>次に近い返事：%1</translation>
    </message>
    <message>
        <source>Which reply is meant?</source>
        <translation>どの返事のつもりですか。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>返事</translation>
    </message>
    <message>
        <source>Add as an example</source>
        <translation>例に加える</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>加えました。</translation>
    </message>
</context>
<context>
    <name>TryWords</name>
    <message>
        <source>sure</source>
        <translation>伝わります</translation>
    </message>
    <message>
        <source>would ask</source>
        <translation>聞き返します</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>伝わりません</translation>
    </message>
</context>
<context>
    <name>TypeWay</name>
    <message>
        <source>Your answer</source>
        <translation>あなたの答え</translation>
    </message>
    <message>
        <source>Write what you would say…</source>
        <translation>言いたいことを書いてください…</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>言う</translation>
    </message>
    <message>
        <source>Say it for me</source>
        <translation>代わりに言って</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Versions</source>
        <translation>前の状態</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>前の状態</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>ちがうところ</translation>
    </message>
    <message>
        <source>Put the whole sheet back</source>
        <translation>台本全体を戻す</translation>
    </message>
    <message>
        <source>Put this moment back</source>
        <translation>このやりとりを戻す</translation>
    </message>
    <message>
        <source>Kept by themselves while you write. Going back can be undone.</source>
        <translation>書いているあいだに自動で残ります。戻したあとも、元に戻せます。</translation>
    </message>
    <message>
        <source>There are none yet. The first one is kept when something has changed.</source>
        <translation>まだありません。変更があると、最初のひとつが残ります。</translation>
    </message>
    <message>
        <source>written, not kept</source>
        <translation>保存前に書いていたもの</translation>
    </message>
    <message>
        <source>changed by another program</source>
        <translation>ほかのプログラムで変わる前</translation>
    </message>
    <message>
        <source>before going back</source>
        <translation>戻す前</translation>
    </message>
    <message>
        <source>About the scene</source>
        <translation>場面について</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>終わったあと</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変わりました</translation>
    </message>
    <message>
        <source>new since then</source>
        <translation>そのあと加わりました</translation>
    </message>
    <message>
        <source>taken out since then</source>
        <translation>そのあとなくなりました</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>前の状態に戻りました。</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Try</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Try words</source>
        <translation>ことばを試す</translation>
    </message>
    <message>
        <source>Hear</source>
        <translation>聞く</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>声で聞く</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Pictures, sounds</source>
        <translation>絵と音</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>前の状態</translation>
    </message>
    <message>
        <source>What the middle shows</source>
        <translation>真ん中に表示するもの</translation>
    </message>
</context>
<context>
    <name>VoiceCard</name>
    <message>
        <source>Voice and microphone</source>
        <translation>声とマイク</translation>
    </message>
    <message>
        <source>The microphone is never required.</source>
        <translation>マイクがなくても使えます。</translation>
    </message>
    <message>
        <source>The system&apos;s own choice</source>
        <translation>パソコンにまかせる</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>マイクの音量</translation>
    </message>
    <message>
        <source>A quiet voice is enough: anything right of the line is heard. Nothing is kept.</source>
        <translation>小さな声で足ります。線より右なら聞こえています。何も残りません。</translation>
    </message>
    <message>
        <source>Look at the level</source>
        <translation>音量を見る</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>試してみる</translation>
    </message>
    <message>
        <source>I use headphones</source>
        <translation>ヘッドホンを使う</translation>
    </message>
    <message>
        <source>The partner can be interrupted.</source>
        <translation>相手が話している途中でも、話しはじめられます。</translation>
    </message>
    <message>
        <source>Press to speak</source>
        <translation>押して話す</translation>
    </message>
    <message>
        <source>The microphone listens only while you want it to.</source>
        <translation>あなたが望むあいだだけ、マイクが聞きます。</translation>
    </message>
    <message>
        <source>Wait after you stop speaking</source>
        <translation>話し終えてから待つ時間</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n秒</numerusform>
        </translation>
    </message>
    <message>
        <source>It follows your own pauses a little at a time. Now: %1 seconds.</source>
        <translation>あなたの間（ま）に少しずつ合わせます。今は %1 秒です。</translation>
    </message>
    <message>
        <source>Learn this from how I speak</source>
        <translation>話し方に合わせて覚える</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>音を出す</translation>
    </message>
    <message>
        <source>Off: the words are shown, and nothing is heard.</source>
        <translation>オフにすると、字だけが出て、音は出ません。</translation>
    </message>
    <message>
        <source>The voice that fits the person</source>
        <translation>人に合った声</translation>
    </message>
    <message>
        <source>Partner&apos;s voice</source>
        <translation>相手の声</translation>
    </message>
    <message>
        <source>How loud</source>
        <translation>音の大きさ</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>10のうち%1</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>小さい</translation>
    </message>
    <message>
        <source>full</source>
        <translation>大きい</translation>
    </message>
    <message>
        <source>Hear a sample</source>
        <translation>聞いてみる</translation>
    </message>
    <message>
        <source>Hello. Take your time. There is no hurry.</source>
        <translation>こんにちは。ゆっくりで大丈夫です。急ぐことはありません。</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>見るのをやめる</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Home</source>
        <translation>家</translation>
    </message>
    <message>
        <source>Outdoors</source>
        <translation>外</translation>
    </message>
    <message>
        <source>Errands</source>
        <translation>用事</translation>
    </message>
    <message>
        <source>Belonging</source>
        <translation>つながり</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Getting help</source>
        <translation>相談</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>仕事</translation>
    </message>
    <message>
        <source>Other scenes</source>
        <translation>ほかの場面</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>聞く</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>書く</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>話す</translation>
    </message>
    <message>
        <source>Only watch and hear</source>
        <translation>見て、聞くだけ</translation>
    </message>
    <message>
        <source>Pick a line to say</source>
        <translation>言葉を選んで言う</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>自分の言葉で</translation>
    </message>
    <message>
        <source>The words are shown</source>
        <translation>言葉が出ます</translation>
    </message>
    <message>
        <source>Freely, at any volume</source>
        <translation>自由に、小さな声でも</translation>
    </message>
    <message>
        <source>People waiting</source>
        <translation>待っている人</translation>
    </message>
    <message>
        <source>Sounds around</source>
        <translation>まわりの音</translation>
    </message>
    <message>
        <source>Speaking pace</source>
        <translation>話す速さ</translation>
    </message>
    <message>
        <source>Eye contact</source>
        <translation>目が合う</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>あたたかさ</translation>
    </message>
    <message>
        <source>Was not heard</source>
        <translation>聞き返される</translation>
    </message>
    <message>
        <source>Surprise questions</source>
        <translation>急な質問</translation>
    </message>
    <message>
        <source>Quiet moments</source>
        <translation>相手の沈黙</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>時間帯</translation>
    </message>
    <message>
        <source>no one</source>
        <translation>だれもいない</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>一人</translation>
    </message>
    <message>
        <source>two people</source>
        <translation>二人</translation>
    </message>
    <message>
        <source>three people</source>
        <translation>三人</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>静か</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>小さめ</translation>
    </message>
    <message>
        <source>lively</source>
        <translation>にぎやか</translation>
    </message>
    <message>
        <source>very slow</source>
        <translation>とてもゆっくり</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>ゆっくり</translation>
    </message>
    <message>
        <source>everyday</source>
        <translation>ふだんの速さ</translation>
    </message>
    <message>
        <source>looks away</source>
        <translation>目をそらす</translation>
    </message>
    <message>
        <source>now and then</source>
        <translation>ときどき</translation>
    </message>
    <message>
        <source>looks at you</source>
        <translation>こちらを見る</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>さっぱり</translation>
    </message>
    <message>
        <source>friendly</source>
        <translation>親しみやすい</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>あたたかい</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一度</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>二度</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>one</source>
        <translation>ひとつ</translation>
    </message>
    <message>
        <source>several</source>
        <translation>いくつか</translation>
    </message>
    <message>
        <source>short</source>
        <translation>短い</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>少し長い</translation>
    </message>
    <message>
        <source>long</source>
        <translation>長い</translation>
    </message>
    <message>
        <source>day</source>
        <translation>昼</translation>
    </message>
    <message>
        <source>evening</source>
        <translation>夕方</translation>
    </message>
    <message>
        <source>night</source>
        <translation>夜</translation>
    </message>
    <message>
        <source>You can go on by choosing or typing. Nothing was lost.</source>
        <translation>選ぶか書くかして、つづけられます。何もなくなっていません。</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>マイクが見つかりませんでした。</translation>
    </message>
    <message>
        <source>The microphone went away.</source>
        <translation>マイクがはずれました。</translation>
    </message>
    <message>
        <source>The microphone gives no sound. It may be muted, or not allowed for this program.</source>
        <translation>マイクから音が来ません。消音になっているか、このプログラムに許可がないのかもしれません。</translation>
    </message>
    <message>
        <source>The microphone stopped answering.</source>
        <translation>マイクが反応しなくなりました。</translation>
    </message>
    <message>
        <source>This computer cannot hear words in this language yet.</source>
        <translation>このパソコンでは、まだこの言語を聞き取れません。</translation>
    </message>
    <message>
        <source>The program stopped understanding speech.</source>
        <translation>プログラムが言葉を聞き取れなくなりました。</translation>
    </message>
    <message>
        <source>The microphone is back.</source>
        <translation>マイクがもどりました。</translation>
    </message>
    <message>
        <source>Another microphone is in use now.</source>
        <translation>別のマイクを使っています。</translation>
    </message>
    <message>
        <source>The program had to start listening anew. Please say it once more; it was the machine.</source>
        <translation>プログラムが聞き取りをやり直しました。もう一度お願いします。機械のせいです。</translation>
    </message>
    <message>
        <source>The voice cannot be heard on this computer now. The words are shown instead.</source>
        <translation>いまは、このパソコンから声が出ません。代わりに字を出します。</translation>
    </message>
    <message>
        <source>The voice stopped. The words are shown instead.</source>
        <translation>声が止まりました。代わりに字を出します。</translation>
    </message>
    <message>
        <source>This is where you left. The scene goes on from here.</source>
        <translation>前に離れたところです。ここから続きます。</translation>
    </message>
    <message>
        <source>This scene was rewritten since you left. It begins at the beginning.</source>
        <translation>前に離れたあと、この場面は書き直されました。はじめから始まります。</translation>
    </message>
    <message>
        <source>The program did not catch that. It was the machine, not you.</source>
        <translation>プログラムが聞き取れませんでした。機械のせいで、あなたのせいではありません。</translation>
    </message>
    <message>
        <source>You tried the other thing on purpose. The world went on.</source>
        <translation>わざと別のことをしてみました。それでも世界はつづきました。</translation>
    </message>
    <message>
        <source>You reached the end.</source>
        <translation>最後まで行きました。</translation>
    </message>
    <message>
        <source>You left when you wanted to.</source>
        <translation>やめたいときにやめました。</translation>
    </message>
    <message>
        <source>You changed your way of answering.</source>
        <translation>答えかたを変えました。</translation>
    </message>
    <message>
        <source>Reached: %1</source>
        <translation>できたこと：%1</translation>
    </message>
    <message>
        <source>You asked to hear it again. The talk stayed yours.</source>
        <translation>聞き直しました。会話はあなたのものでした。</translation>
    </message>
    <message>
        <source>You let a silence be, and stayed in it.</source>
        <translation>沈黙をそのままにして、そこにいました。</translation>
    </message>
    <message>
        <source>You left when you wanted to. Knowing when is a strength.</source>
        <translation>やめたいときにやめました。やめどきがわかるのは、力です。</translation>
    </message>
    <message>
        <source>You stayed until the end.</source>
        <translation>最後までそこにいました。</translation>
    </message>
    <message>
        <source>You took a breath when you needed one.</source>
        <translation>必要なときに、ひと息つきました。</translation>
    </message>
    <message>
        <source>You used your own voice.</source>
        <translation>自分の声を使いました。</translation>
    </message>
    <message>
        <source>You lent your voice to the words.</source>
        <translation>言葉に声をのせました。</translation>
    </message>
    <message>
        <source>You found your own words.</source>
        <translation>自分の言葉を見つけました。</translation>
    </message>
    <message>
        <source>You listened to all of it.</source>
        <translation>すべてを聞きました。</translation>
    </message>
    <message>
        <source>You said it again when it was not heard.</source>
        <translation>聞き返されて、もう一度言いました。</translation>
    </message>
    <message>
        <source>You tried the other thing, to see what happens.</source>
        <translation>別のことをして、どうなるか見てみました。</translation>
    </message>
    <message>
        <source>You took help when it was there.</source>
        <translation>助けがあるときに、使いました。</translation>
    </message>
    <message>
        <source>You set the scene the way you needed it.</source>
        <translation>自分に合うように、場面を整えました。</translation>
    </message>
    <message>
        <source>You found the way of answering that suited you.</source>
        <translation>自分に合う答えかたを見つけました。</translation>
    </message>
    <message>
        <source>You came in.</source>
        <translation>場面に入りました。</translation>
    </message>
    <message>
        <source>You gave it a try.</source>
        <translation>やってみました。</translation>
    </message>
    <message>
        <source>The same scene with one dial a little further: %1. The dial is yours.</source>
        <translation>同じ場面で、つまみをひとつ少しだけ：%1。つまみはあなたのものです。</translation>
    </message>
    <message>
        <source>The same scene, choosing lines this time.</source>
        <translation>同じ場面で、今度は言葉を選んで。</translation>
    </message>
    <message>
        <source>The same scene, with words you type.</source>
        <translation>同じ場面で、言葉を書いて。</translation>
    </message>
    <message>
        <source>The same scene, reading one line aloud.</source>
        <translation>同じ場面で、ひとことだけ読み上げて。</translation>
    </message>
    <message>
        <source>The same scene, with your own voice, as softly as you like.</source>
        <translation>同じ場面で、自分の声で。小さな声で大丈夫です。</translation>
    </message>
    <message>
        <source>The same scene once more. It is never quite the same.</source>
        <translation>同じ場面をもう一度。まったく同じにはなりません。</translation>
    </message>
    <message>
        <source>Try the other thing on purpose, and see what happens.</source>
        <translation>わざと別のことをして、どうなるか見てみる。</translation>
    </message>
    <message>
        <source>Ask to hear one line again, to see that it is welcome.</source>
        <translation>一度だけ聞き直してみる。いやがられないとわかります。</translation>
    </message>
    <message>
        <source>these facts</source>
        <translation>このできごと</translation>
    </message>
    <message>
        <source>the numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>what you expected</source>
        <translation>予想したこと</translation>
    </message>
    <message>
        <source>the words that were said</source>
        <translation>話した言葉</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>何も残していません。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the things that are kept</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Kept: %1. Never your voice.</source>
        <translation>残したもの：%1。声は残りません。</translation>
    </message>
    <message>
        <source>This file could not be read as a pack. Ask the person it came from for a new copy.</source>
        <translation>このファイルはパックとして読めませんでした。渡してくれた人に、もう一度もらってください。</translation>
    </message>
    <message>
        <source>Nothing can be kept on this computer at the moment. Practice works all the same.</source>
        <translation>いまは、このパソコンに何も残せません。練習はいつもどおりできます。</translation>
    </message>
    <message>
        <source>That file could not be found. Please choose it again.</source>
        <translation>ファイルが見つかりませんでした。もう一度選んでください。</translation>
    </message>
    <message>
        <source>That place cannot be written to. Please choose another folder.</source>
        <translation>その場所には書き込めません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The download did not come through. You can try again, or install from a file.</source>
        <translation>ダウンロードできませんでした。もう一度試すか、ファイルから入れてください。</translation>
    </message>
    <message>
        <source>The file arrived damaged and was not used. Please try again.</source>
        <translation>届いたファイルが壊れていたので、使いませんでした。もう一度試してください。</translation>
    </message>
    <message>
        <source>There is not enough room on this disk.</source>
        <translation>ディスクの空きが足りません。</translation>
    </message>
    <message>
        <source>No words reached the program. There is no hurry; choosing or typing works too.</source>
        <translation>言葉がプログラムに届きませんでした。急がなくて大丈夫です。選んでも書いてもかまいません。</translation>
    </message>
    <message>
        <source>This file is not a speech model that Engawa knows. Please choose another file.</source>
        <translation>このファイルは、Engawaの知っている音声モデルではありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>This pack comes with Engawa and stays on the shelf.</source>
        <translation>このパックはEngawaに付いているもので、棚に残ります。</translation>
    </message>
    <message>
        <source>This pack is older than the one on your shelf.</source>
        <translation>このパックは、棚にあるものより古いです。</translation>
    </message>
    <message>
        <source>This pack has the version of the one on your shelf, and another content.</source>
        <translation>このパックは、棚にあるものとバージョンが同じで、中身がちがいます。</translation>
    </message>
    <message>
        <source>A pack with the same id is on your shelf, and somebody else made it.</source>
        <translation>同じidのパックが棚にあります。作った人がちがいます。</translation>
    </message>
    <message>
        <source>That folder is not there. Please choose it again.</source>
        <translation>そのフォルダーが見つかりません。もう一度選んでください。</translation>
    </message>
    <message>
        <source>This pack is not on the shelf any more.</source>
        <translation>このパックは、もう棚にありません。</translation>
    </message>
    <message>
        <source>That file could not be read. Please choose another one.</source>
        <translation>そのファイルは読めませんでした。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>That file is too large. Please choose another one.</source>
        <translation>そのファイルは大きすぎます。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>This is being installed already. It takes a moment.</source>
        <translation>いま入れているところです。少しお待ちください。</translation>
    </message>
    <message>
        <source>The installation was stopped. It can go on later.</source>
        <translation>途中で止めました。あとでつづけられます。</translation>
    </message>
    <message>
        <source>This scene cannot be opened. The other scenes are not affected.</source>
        <translation>この場面は開けません。ほかの場面には影響ありません。</translation>
    </message>
    <message>
        <source>Almost everything was erased. These files are still there; you can delete them by hand.</source>
        <translation>ほとんど消しました。次のファイルが残っています。手で消せます。</translation>
    </message>
    <message>
        <source>What is kept is locked, so this was not added. Open it with your passphrase to keep things again.</source>
        <translation>残すものに鍵がかかっているので、今回の分は残りませんでした。合言葉で開けると、また残せます。</translation>
    </message>
    <message>
        <source>The editor is not part of this installation.</source>
        <translation>この環境には編集画面が入っていません。</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>できませんでした。何も変わっていません。</translation>
    </message>
    <message>
        <source>The disk is full. What happened waits in memory, and is kept once there is room.</source>
        <translation>ディスクがいっぱいです。あったことは一時的に覚えていて、空きができたら残します。</translation>
    </message>
    <message>
        <source>The record was damaged. It was put aside whole, and what could be read of it is here.</source>
        <translation>記録が壊れていました。元のまま脇によけ、読めたところはここに戻しました。</translation>
    </message>
    <message>
        <source>A newer version of Engawa wrote the record, so it is left alone. This version keeps nothing.</source>
        <translation>記録は新しい版の Engawa が書いたものなので、そのままにしてあります。この版では何も残りません。</translation>
    </message>
    <message>
        <source>The settings file could not be understood. The usual settings hold; the old file stays beside it.</source>
        <translation>設定ファイルを読み取れませんでした。はじめの設定で動いています。元のファイルは残してあります。</translation>
    </message>
    <message>
        <source>Some settings could not be used, and stand as they usually do.</source>
        <translation>使えない設定がいくつかあり、はじめの値になっています。</translation>
    </message>
    <message>
        <source>This could not be written down, and holds until the program ends. Please make some room.</source>
        <translation>書きとめられませんでした。プログラムを終えるまでは、このまま使えます。ディスクに空きを作ってください。</translation>
    </message>
    <message>
        <source>The settings file could not be read. The usual settings hold for now.</source>
        <translation>設定ファイルを読めませんでした。いまは、はじめの設定で動いています。</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>おだやか</translation>
    </message>
    <message>
        <source>very tense</source>
        <translation>とても緊張</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>10のうち%1</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>You answered %n time(s).</source>
        <translation>
            <numerusform>%n回答えました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You listened, %n turn(s).</source>
        <translation>
            <numerusform>%n回、聞いていました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You chose %n answer(s).</source>
        <translation>
            <numerusform>%n回、選んで答えました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You typed %n answer(s).</source>
        <translation>
            <numerusform>%n回、書いて答えました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You read %n answer(s) aloud.</source>
        <translation>
            <numerusform>%n回、読み上げて答えました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You spoke %n answer(s).</source>
        <translation>
            <numerusform>%n回、話して答えました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You asked to hear %n line(s) again.</source>
        <translation>
            <numerusform>%n回、聞き直しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) stayed quiet. That was fine.</source>
        <translation>
            <numerusform>%n回、静かにしていました。それで大丈夫でした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You looked at %n hint(s).</source>
        <translation>
            <numerusform>ヒントを%n回見ました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were said for you.</source>
        <translation>
            <numerusform>%n回、代わりに言ってもらいました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You took %n breath(s).</source>
        <translation>
            <numerusform>%n回、ひと息つきました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You moved %n dial(s).</source>
        <translation>
            <numerusform>つまみを%n回動かしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program did not catch your words %n time(s). That was the machine.</source>
        <translation>
            <numerusform>プログラムが%n回、聞き取れませんでした。機械のせいです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You were asked again %n time(s), and stayed.</source>
        <translation>
            <numerusform>%n回聞き返されて、それでもそこにいました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Microphone</name>
    <message>
        <source>Only the words are used, and they are not kept.</source>
        <translation>使うのは言葉だけで、残りません。</translation>
    </message>
    <message>
        <source>Done speaking</source>
        <translation>話し終える</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>話す</translation>
    </message>
</context>
</TS>
