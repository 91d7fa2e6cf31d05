namespace TermNews.Core.Storage.Values;

/// <summary>The SQL of <see cref="Stories.StoryFacts"/>.</summary>
internal static class StoryFactBits
{
    /// <summary>
    /// The facts as a number, over <c>stories s</c> and <c>story_status t</c>: a term for each member, its condition times its bit. A
    /// second fact adds <c> + 2 * (condition)</c>. Every candidate row computes it, so conditions have to be cheap.
    /// </summary>
    public const string Sql = UnknownAge.Condition;
}
