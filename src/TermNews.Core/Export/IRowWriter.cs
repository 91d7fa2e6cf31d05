namespace TermNews.Core.Export;

/// <summary>Writes rows in one format, one after the other, without keeping them in memory.</summary>
public interface IRowWriter<in T>
{
    /// <summary>Writes the beginning, before the first row; nothing by default.</summary>
    void Start()
    {
    }

    /// <summary>Writes a row.</summary>
    void Write(T row);

    /// <summary>Writes the end, after the last row; nothing by default.</summary>
    void Finish()
    {
    }
}
