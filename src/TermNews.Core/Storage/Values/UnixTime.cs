namespace TermNews.Core.Storage.Values;

/// <summary>Points in time as columns have them: Unix seconds.</summary>
internal static class UnixTime
{
    public static DateTimeOffset Read(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    public static DateTimeOffset? Read(long? seconds) => seconds is { } known ? Read(known) : null;
}
