using TermNews.Core.Configuration;
using TermNews.Core.Ranking;

namespace TermNews.Core.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void Without_a_word_everything_is_as_usual()
    {
        var settings = SettingsFile.Parse("", "config.toml");

        Assert.Equal((64, 30.0, 30.0, false), (settings.Network.Jobs, settings.Network.Timeout.TotalSeconds,
            settings.Network.RefreshEvery?.TotalMinutes, settings.Network.Offline));
        Assert.Equal((true, 78, SettingSwitch.Auto), (settings.Reader.Mouse, settings.Reader.Width, settings.Reader.Ascii));
        Assert.False(settings.Network.AllowExec);
        Assert.Null(settings.Comments.Author);
        Assert.Empty(settings.Keys);
        Assert.Empty(settings.Warnings);
    }

    [Fact]
    public void A_named_pipe_is_refused_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with names.");
        var pipe = Path.Combine(Directory.CreateTempSubdirectory("termnews-").FullName, "config.toml");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            made.WaitForExit();

        var refused = Assert.Throws<NewsException>(() => SettingsFile.Load(pipe, isRequired: true));
        Assert.Equal($"The configuration {pipe} is a named pipe; give the path of a file.", refused.Message);
        Directory.Delete(Path.GetDirectoryName(pipe)!, recursive: true);
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var settings = SettingsFile.Parse(
            """
            comments.author = "Ann"
            must_read = { words = ["eclipse", "C#"], categories = ["Space"] }

            [network]
            jobs = 4
            timeout = 5
            refresh_minutes = 0
            offline = true
            allow_exec = true

            [reader]
            mouse = false
            width = 100
            ascii = "on"
            color = "never"
            theme = "high-contrast"
            hyperlinks = "off"
            bidi = "on"
            clipboard = "on"
            images = "off"
            graphics = "kitty"
            title = false

            [keys]
            next = "j"
            "save story" = ["s", "Ctrl-S"]
            """, "config.toml");

        Assert.Equal((4, 5.0, null, true), (settings.Network.Jobs, settings.Network.Timeout.TotalSeconds,
            settings.Network.RefreshEvery, settings.Network.Offline));
        Assert.True(settings.Network.AllowExec);
        Assert.Equal(["eclipse", "C#"], settings.MustRead.Words);
        Assert.Equal(["Space"], settings.MustRead.Categories);
        Assert.Equal("Ann", settings.Comments.Author);
        Assert.Equal((false, 100, SettingSwitch.On, SettingSwitch.Off),
            (settings.Reader.Mouse, settings.Reader.Width, settings.Reader.Ascii, settings.Reader.Color));
        Assert.Equal((ReaderTheme.HighContrast, SettingSwitch.Off, SettingSwitch.On, false),
            (settings.Reader.Theme, settings.Reader.Hyperlinks, settings.Reader.Clipboard, settings.Reader.Title));
        Assert.Equal((SettingSwitch.On, SettingSwitch.Off, ReaderGraphics.Kitty),
            (settings.Reader.Bidi, settings.Reader.Images, settings.Reader.Graphics));
        Assert.Equal(["j"], settings.Keys["next"]);
        Assert.Equal(["s", "Ctrl-S"], settings.Keys["save story"]);
        Assert.Empty(settings.Warnings);
    }

    [Fact]
    public void The_rankings_have_half_lives_windows_lengths_weights_and_rules()
    {
        var settings = SettingsFile.Parse(
            """
            [popular]
            half_life = "6h"
            window = "3d"
            weights = { coverage = 2, counters = 0.5, views = 0, comments = 1.25 }
            of_a_feed = 9

            [must_read]
            rules = ["feed:BBC and title:election", "\"tide pool\" -football"]
            longest = 7
            half_life = "1w"
            window = "30d"

            [must_read.weights]
            rules = 20
            coverage = 3
            counters = 2
            rare_feeds = 4
            interest = 0.5
            saved = 0
            comments = 0.1
            """, "config.toml");

        Assert.Equal(
            new PopularWeights
            {
                HalfLife = TimeSpan.FromHours(6),
                Window = TimeSpan.FromDays(3),
                Evidence = EvidenceWeights.Popular.With("coverage", 2).With("counters", 0.5).With("views", 0).With("comments", 1.25),
            }, settings.Ranking.Popular);
        Assert.Equal(
            new MustReadWeights
            {
                Longest = 7,
                HalfLife = TimeSpan.FromDays(7),
                Window = TimeSpan.FromDays(30),
                Evidence = EvidenceWeights.MustRead.With("rules", 20).With("coverage", 3).With("counters", 2).With("rare_feeds", 4)
                    .With("interest", 0.5).With("saved", 0).With("comments", 0.1),
            }, settings.Ranking.MustRead);
        Assert.Equal(["feed:BBC and title:election", "\"tide pool\" -football"], settings.MustRead.ToRules().Queries);
        Assert.Equal("popular.of_a_feed is not a setting; it is left aside.", Assert.Single(settings.Warnings).Message);
    }

    [Fact]
    public void What_is_no_setting_is_a_warning_with_its_place()
    {
        var settings = SettingsFile.Parse("\n[network]\njobs = 2\n  speed = 3\n", "config.toml");

        Assert.Equal(new SettingsWarning(4, 3, "network.speed is not a setting; it is left aside."), Assert.Single(settings.Warnings));
        Assert.Equal(2, settings.Network.Jobs);
    }

    [Theory]
    [InlineData("[network]\njobs = 0", "config.toml, line 2, column 1: network.jobs must be a whole number from 1 to 64.")]
    [InlineData("[network]\njobs = \"4\"", "config.toml, line 2, column 1: network.jobs must be a whole number from 1 to 64.")]
    [InlineData("network.offline = 1", "config.toml, line 1, column 1: network.offline must be true or false.")]
    [InlineData("[reader]\nascii = \"maybe\"", "config.toml, line 2, column 1: reader.ascii must be \"auto\", \"on\" or \"off\".")]
    [InlineData("[must_read]\nwords = \"one\"",
        "config.toml, line 2, column 1: must_read.words must be a list of texts, such as [\"one\", \"two\"].")]
    [InlineData("[popular]\nhalf_life = 12",
        "config.toml, line 2, column 1: popular.half_life must be a time such as \"90m\", \"12h\" or \"14d\", from \"1m\" to \"365d\".")]
    [InlineData("[must_read]\nwindow = \"0d\"",
        "config.toml, line 2, column 1: must_read.window must be a time such as \"90m\", \"12h\" or \"14d\", from \"1m\" to \"365d\".")]
    [InlineData("[popular]\nweights = { coverage = -1 }",
        "config.toml, line 2, column 13: popular.weights.coverage must be a number from 0 to 100.")]
    [InlineData("[popular.weights]\nviews = nan", "config.toml, line 2, column 1: popular.weights.views must be a number from 0 to 100.")]
    [InlineData("[must_read]\nlongest = 0", "config.toml, line 2, column 1: must_read.longest must be a whole number from 1 to 50.")]
    [InlineData(
        "[must_read]\nrules = [\"linux\", \"--\"]", "config.toml, line 2, column 1: must_read.rules has nothing to look for in \"--\"; "
        + "a rule is a search, such as \"feed:BBC title:election -sport\".")]
    [InlineData("[keys]\nnext = 5", "config.toml, line 2, column 1: keys.next must be a text in quotation marks that is not empty.")]
    public void A_value_that_does_not_fit_is_an_error_with_its_place(string text, string sentence)
    {
        var fault = Assert.Throws<NewsException>(() => SettingsFile.Parse(text, "config.toml"));

        Assert.Equal((NewsFault.Unreadable, sentence), (fault.Fault, fault.Message));
    }

    [Theory]
    [InlineData("[network]\njobs = = 3", "config.toml, line 2, column ")]
    [InlineData("[network\njobs = 3", "config.toml, line 1, column ")]
    [InlineData("a = 1\na = 2", "config.toml, line 2, column ")]
    public void What_is_not_toml_is_an_error_with_its_place(string text, string beginning)
    {
        var fault = Assert.Throws<NewsException>(() => SettingsFile.Parse(text, "config.toml"));

        Assert.StartsWith(beginning, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_matters_only_when_it_was_named()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.toml");

        Assert.Equal(64, SettingsFile.Load(path, isRequired: false).Network.Jobs);
        Assert.Equal($"There is no configuration file {path}.",
            Assert.Throws<NewsException>(() => SettingsFile.Load(path, isRequired: true)).Message);
    }

    [Fact]
    public void Learning_can_be_turned_off()
    {
        Assert.True(SettingsFile.Parse("", "config.toml").Interest.Learn);
        Assert.False(SettingsFile.Parse("[interest]\nlearn = false", "config.toml").Interest.Learn);
        Assert.Throws<NewsException>(() => SettingsFile.Parse("[interest]\nlearn = \"no\"", "config.toml"));
    }
}
