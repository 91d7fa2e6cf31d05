namespace TermNews.Core.Export;

/// <summary>One JSON array, or one JSON object a line.</summary>
internal sealed class JsonStoryWriter(TextWriter output, StoryFields fields, bool isArray) : IStoryWriter
{
    private bool _hasOne;

    public void Start()
    {
        if (isArray)
            output.Write('[');
    }

    public void Write(ExportedStory exported)
    {
        if (isArray)
            output.Write(_hasOne ? ",\n" : "\n");
        _hasOne = true;
        output.Write(StoryJson.Compose(json => fields.WriteJson(json, exported)));
        if (!isArray)
            output.Write('\n');
    }

    public void Finish()
    {
        if (isArray)
            output.Write(_hasOne ? "\n]\n" : "]\n");
    }
}
