namespace TermNews.Core.Tests.Articles;

/// <summary>Articles written for the project.</summary>
internal static class ArticlesInScripts
{
    public static IReadOnlyDictionary<string, string> Html { get; } = new Dictionary<string, string>
    {
        ["latin-report"] = """
            <h2>The second basin opens</h2><p>After four months of delay the harbour’s <b>second basin</b> opened on Monday — in the rain, with a brass band, and
            with more than three thousand people along the quay. “We waited for this morning,” said the harbour master, “and it was worth it.”</p>
            <blockquote><p>Nobody minded the rain.</p></blockquote><p>The basin is 410&nbsp;m long and cost 12.5&nbsp;million; the old one, from 1923, stays open<sup><a href="#n1">1</a></sup>.</p>
            <hr><ol><li id="n1">See the <a href="https://example.org/report">report of the harbour authority</a>.</li></ol>
            """,
        ["latin-recipe"] = """
            <p>Für den Käse­kuchen braucht man Geduld, eine Springform und gut gekühlten Quark. Donau­dampf­schiff­fahrts­gesellschafts­kapitäne schwören auf diese Menge:</p>
            <table><tr><th>Zutat</th><th>Menge</th><th>Anmerkung</th></tr><tr><td>Quark</td><td>750 g</td><td>Magerstufe, über Nacht im Tuch abgetropft</td></tr>
            <tr><td>Zucker</td><td>180 g</td><td>Rohrzucker geht auch</td></tr></table><ol type="a"><li>Den Ofen auf 160 °C vorheizen.</li><li>Alles verrühren; nicht schlagen!</li></ol>
            """,
        ["latin-code"] = """
            <h3>Counting tides</h3><p>Run <code>tide --now</code>, press <kbd>q</kbd> to leave. The height is <math><mfrac><mi>a</mi><mn>2</mn></mfrac></math> of the range; H<sub>2</sub>O weighs 10<sup>3</sup> kg.</p>
            <pre><code class="language-python">def tide(hour):
                # twice a day
                return "high" if hour % 12 &lt; 6 else "low"</code></pre><details><summary>More</summary><p>The <abbr title="mean low water">MLW</abbr> is the zero.</p></details>
            """,
        ["cyrillic-report"] = """
            <h2>Новый причал открыт</h2><p>В понедельник в порту открыли второй бассейн — под дождём, с духовым оркестром и тремя тысячами зрителей. «Мы ждали этого утра
            четыре месяца», — сказал начальник порта.</p><p>Длина бассейна 410 м, стоимость — 12,5 млн.</p>
            """,
        ["cyrillic-list"] = """
            <p>Что изменится для пассажиров:</p><ul><li>два парома поворачивают одновременно, чего старый бассейн никогда не позволял</li><li>сорок дополнительных рейсов<ul>
            <li>весной</li><li>летом, с ночными судами</li></ul></li></ul><dl><dt>Причал</dt><dd>Место, где стоят суда.</dd></dl>
            """,
        ["japanese-report"] = """
            <h2>第二埠頭が開業</h2><p>東京の港で月曜日、新しい岸壁が使われ始めた。雨の中、三千人を超える人々が集まり、「この朝を四か月待った」と港長は話した。全長は４１０メートルで、総工費は12.5億円。</p>
            <blockquote><p>フェリーが二隻、同時に向きを変えられるようになった。</p></blockquote><p>詳しくは<a href="https://example.org/ja">港湾局の資料</a>を見てほしい。</p>
            """,
        ["chinese-quotes"] = """
            <p>港口的第二个码头于周一开放。港务局长说：“我们为这个早晨等了四个月。”雨中，三千多人站在岸边（包括许多孩子），没有人抱怨。新码头长410米，耗资12.5亿元，可供两艘渡轮同时掉头。</p>
            <ul><li>春季增加四十个航班；</li><li>夏季开行夜班船，票价不变。</li></ul>
            """,
        ["korean-report"] = """
            <p>월요일 항구의 두 번째 부두가 문을 열었다. 비가 내리는 가운데 삼천 명이 넘는 사람들이 부두에 모였고, 항만장은 “이 아침을 넉 달 동안 기다렸다”고 말했다.</p>
            <p>부두의 길이는 410m이며, 두 척의 여객선이 동시에 방향을 돌릴 수 있다.</p>
            """,
        ["thai-report"] = """
            <p>ท่าเรือแห่งที่สองเปิดให้บริการเมื่อวันจันทร์ที่ผ่านมา ท่ามกลางสายฝนและผู้คนกว่าสามพันคนที่มาเฝ้ารออยู่ริมท่า นายท่ากล่าวว่าเรารอคอยเช้าวันนี้มานานถึงสี่เดือน และมันก็คุ้มค่า</p>
            <p>ท่าเรือมีความยาว 410 เมตร และเรือเฟอร์รี่สองลำสามารถกลับลำได้พร้อมกัน</p>
            """,
        ["hebrew-report"] = """
            <h2>הרציף השני נפתח</h2><p>ביום שני נפתח הרציף השני בנמל, בגשם, לעיני יותר משלושת אלפים איש. „חיכינו לבוקר הזה ארבעה חודשים”, אמר מנהל הנמל.</p>
            <p>אורך הרציף 410 מטרים; לפרטים ראו <a href="https://example.org/he">את הדוח</a>.</p>
            """,
        ["arabic-list"] = """
            <p>افتُتح الرصيف الثاني في الميناء يوم الاثنين تحت المطر وبحضور أكثر من ثلاثة آلاف شخص.</p><ul><li>عبّارتان تدوران في الوقت نفسه</li><li>أربعون رحلة إضافية في الربيع</li></ul>
            """,
        ["mixed-emoji"] = """
            <p>Crew: 👩‍🚀 👨‍👩‍👧‍👦 👍🏽 🇩🇰🇸🇪 and café, naïve, e&#x301;te&#x301;; 東京 meets Москва meets Ἀθῆναι. ☕️ costs 3,50 €.</p><ul><li>❤️ red</li><li>✈️ plane</li></ul>
            """,
    };
}
