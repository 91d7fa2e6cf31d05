using System.Globalization;
using System.Text.RegularExpressions;
using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// Headlines that terminals find hard to measure: whatever is done, the screen is what it would be if it were drawn anew.
/// </summary>
public sealed partial class ScriptsOfTheWorldTests
{
    private static readonly string[] Samples =
    [
        "Plain: the ferry finds its clock at last, and nobody is late any more this winter",
        "Chinese: 港口清晨提前开放渔民欢迎新的时刻表并期待更多游客到来",
        "Japanese: 港は早朝に開き、フェリーは時計を取り戻した。ｶﾀｶﾅも混ぜて",
        "Korean: 항구가 일찍 문을 열고 나룻배가 시계를 되찾다 별을 세는 마을",
        "Hangul jamo: 한국어 자모로 쓴 제목",
        "Combining: Cafe\u0301 Zu\u0308rich n\u0303o a\u0323\u0302 e\u0301\u0323\u0308 o\u0304\u0308 Viê\u0323t Nam",
        "Families: 👨‍👩‍👧‍👦 and 👩‍🚀 and 🏳️‍🌈 and 👨🏽‍💻 went to sea",
        "Flags: 🇰🇷 🇯🇵 🇨🇳 🇺🇦 🇧🇷 meet at 🏴󠁧󠁢󠁳󠁣󠁴󠁿 the harbour",
        "Emoji: 🚀 ❤️ ☎️ 1️⃣ #️⃣ ✌🏿 ⚡ 🚗🚕🚙 at full speed",
        "Arabic: الميناء يفتح أبوابه مبكرا والعبارة تجد ساعتها بَعْدَ اِنْتِظَارٍ",
        "Hebrew: הנמל נפתח מוקדם והמעבורת מצאה את שְׁעוֹנָהּ",
        "Thai: ท่าเรือเปิดแต่เช้าและเรือข้ามฟากพบนาฬิกาที่หายไป",
        "Devanagari: बंदरगाह जल्दी खुला और नौका को अपनी घड़ी मिल गई क्षत्रिय",
        "Tamil: துறைமுகம் அதிகாலையில் திறந்தது கொள்கை",
        "Mixed: 한国ไทย🇰🇷é👩‍🚀א ends here",
    ];

    private static readonly string[] Headlines =
        [.. Enumerable.Range(0, 45).Select(n => string.Create(CultureInfo.InvariantCulture, $"#{n:00} {Samples[n % Samples.Length]}"))];

    [Theory]
    [InlineData(80, 24)]
    [InlineData(47, 13)]
    public async Task No_script_smears_a_row_of_a_list(int columns, int rows)
    {
        await using var newsroom = await Newsroom.OpenAsync(("Many Tongues 한국", Feeds.Rss("Many Tongues 한국", Headlines)));
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, columns, rows);
        await terminal.WaitForAsync(Headlines[0][..8]);

        foreach (var (keys, what) in new[]
                 {
                     (Times("Down", rows + 9), "down over the bottom"), (Times("Up", 7), "up"), (Times("Up", rows), "up over the top"),
                     (["NPage"], "a page down"), (["NPage", "PPage"], "a page down and up"), (["G"], "the end"),
                     (["Home"], "the beginning"),
                 })
        {
            await terminal.PressAsync(keys);
            await terminal.AssertSameWhenDrawnAnewAsync(what);
            AssertListIsWhole(await terminal.CaptureAsync(), rows);
        }
        await terminal.PressAsync("j", "s", "j", "r");
        await terminal.WaitForAsync("Marked as read.");   // It is told when it is on the disk; the next key takes it away.
        await terminal.PressAsync("j");
        await terminal.AssertSameWhenDrawnAnewAsync("marks");
        AssertListIsWhole(await terminal.CaptureAsync(), rows);
    }

    [Fact]
    public async Task No_script_smears_an_article_or_the_list_behind_it()
    {
        await using var newsroom = await Newsroom.OpenAsync(("Many Tongues 한국", Feeds.Rss("Many Tongues 한국", Headlines)));
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24);
        await terminal.WaitForAsync(Headlines[0][..8]);

        for (var story = 0; story < Samples.Length; story++)
        {
            await terminal.PressAsync("Enter");
            await terminal.WaitForAsync(string.Create(CultureInfo.InvariantCulture, $"The article on #{story:00}"));
            await terminal.PressAsync("Down", "Down", "Down", "Up", "NPage");
            await terminal.AssertSameWhenDrawnAnewAsync($"in article {story}");
            await terminal.PressAsync("q", "Down");
            await terminal.WaitForGoneAsync("Paragraph");
        }
        await terminal.AssertSameWhenDrawnAnewAsync("back in the list");
        AssertListIsWhole(await terminal.CaptureAsync(), 24);
    }

    private static string[] Times(string key, int times) => [.. Enumerable.Repeat(key, times)];

    /// <summary>Every row between title and status has one headline, each the one after the row above.</summary>
    private static void AssertListIsWhole(string screen, int rows)
    {
        var numbers = screen.Split('\n')[1..(rows - 1)]
            .Select(row => int.Parse(Assert.Single(Tag.Matches(row)).Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(numbers[0], rows - 2), numbers);
    }

    [GeneratedRegex(@"#(\d\d) ")]
    private static partial Regex Tag { get; }
}
