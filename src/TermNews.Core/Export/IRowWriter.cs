namespace TermNews.Core.Export;

/// <summary>Writes rows in one format, one after the other, without keeping them in memory.</summary>
public interface IRowWriter<in T>
{
    /// <summary>Writes what comes before the first row.</summary>
    void Start();

    /// <summary>Writes a row.</summary>
    void Write(T row);

    /// <summary>Writes what comes after the last row.</summary>
    void Finish();
}
