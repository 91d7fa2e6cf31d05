using TermNews.Core.Configuration;

namespace TermNews.Core.Tests.Configuration;

public sealed class SettingNamesTests
{
    public static TheoryData<string> Names => [.. SettingNames.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_one_that_is_read(string name)
    {
        var text = name.StartsWith("feed.", StringComparison.Ordinal) ? $"[[feed]]\n{name[5..]} = 1979-05-27" : $"{name} = 1979-05-27";

        var fault = Assert.Throws<NewsException>(() => SettingsFile.Parse(text, "c.toml"));

        Assert.DoesNotContain("is not a setting", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[must_read]\nwordz = [\"a\"]", 2, 1, "must_read.wordz is not a setting; did you mean must_read.words? It is left aside.")]
    [InlineData("[[feed]]\nurl = \"https://a.example/\"\npasword = \"x\"", 3, 1,
        "feed.pasword is not a setting; did you mean feed.password? It is left aside.")]
    [InlineData("[nosuch]\n", 1, 2, "[nosuch] is no table of settings; it is left aside.")]
    [InlineData("quite.different = 1", 1, 1, "quite.different is not a setting; it is left aside.")]
    public void What_is_no_setting_is_named_with_the_nearest_one(string text, int line, int column, string message) =>
        Assert.Equal(new SettingsWarning(line, column, message), Assert.Single(SettingsFile.Parse(text, "c.toml").Warnings));

    [Theory]
    [InlineData("reader.mouse = true", null)]
    [InlineData("[nosuch]\n", "Configuration, line 1: [nosuch] is no table of settings; it is left aside.")]
    [InlineData("\na = 1\nb = 1\nc = 1", "Configuration, line 2: a is not a setting; it is left aside. (2 more)")]
    public void One_line_tells_of_all_warnings(string text, string? warning) =>
        Assert.Equal(warning, SettingsFile.Parse(text, "c.toml").Warning);

    [Fact]
    public void A_table_in_place_of_a_value_is_an_error() => Assert.Equal(
        "c.toml, line 2, column 15: popular.half_life takes a value, not a table.",
        Assert.Throws<NewsException>(() => SettingsFile.Parse("[popular]\nhalf_life = { a = 1 }", "c.toml")).Message);

    [Fact]
    public void What_is_nested_too_deeply_has_a_sentence()
    {
        var fault = Assert.Throws<NewsException>(
            () => SettingsFile.Parse($"a = 1\nb = {new string('[', 80)}{new string(']', 80)}", "c.toml"));

        Assert.Equal(NewsFault.Unreadable, fault.Fault);
        Assert.StartsWith("c.toml, line 2, column ", fault.Message, StringComparison.Ordinal);
    }
}
