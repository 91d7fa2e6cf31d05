using TermNews.Core.Text;

namespace TermNews.Core.Export;

/// <summary>A line a story, a column a field.</summary>
internal sealed class DelimitedStoryWriter(TextWriter output, StoryFields fields, char delimiter, bool hasHeader) : IStoryWriter
{
    public const char Tabs = '\t';
    public const char Commas = ',';

    public void Start()
    {
        if (hasHeader)
            WriteLine(fields.Names);
    }

    public void Write(ExportedStory exported) => WriteLine(fields.Names.Select(name => StoryFields.TextOf(name, exported)));

    public void Finish()
    {
    }

    private void WriteLine(IEnumerable<string> values) => output.Write(string.Join(delimiter, values.Select(Quote)) + "\n");

    /// <summary>RFC 4180 quotes; tab-separated lines have no quotes, so white space inside a value becomes one space.</summary>
    private string Quote(string value) => delimiter == Tabs
        ? ForeignText.CleanLine(value)
        : value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
