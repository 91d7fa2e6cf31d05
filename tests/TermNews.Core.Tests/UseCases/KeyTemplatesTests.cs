using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.UseCases;

public sealed class KeyTemplatesTests
{
    [Theory]
    [InlineData("Nothing to undo.", "Nothing to undo.")]
    [InlineData("Hidden; {key:undo} takes it back.", "Hidden; u takes it back.")]
    [InlineData("{key:undo} or {key:feeds}", "u or ?")]
    [InlineData("A word '{key:undo' is muted.", "A word '{key:undo' is muted.")]
    public void Templates_become_the_keys_that_the_reader_has(string words, string shown) =>
        Assert.Equal(shown, KeyTemplates.Resolve(words, name => name == "undo" ? "u" : null));
}
