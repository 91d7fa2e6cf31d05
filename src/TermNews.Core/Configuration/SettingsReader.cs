using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

/// <summary>
/// Collects the values of a configuration in <see cref="Settings"/>, one at a time. Unknown keys are warnings, not errors.
/// </summary>
internal sealed class SettingsReader(string path)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _keys = new(StringComparer.Ordinal);
    private readonly List<SettingsWarning> _warnings = [];
    private readonly SettingValues _values = new(path);
    private readonly RankingReader _ranking = new(new SettingValues(path));
    private readonly FeedAccessReader _feeds = new(path);
    private readonly MuteReader _mutes = new(path);
    private Settings _settings = new();

    /// <summary>All values taken so far.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: a table lacks a required key.</exception>
    public Settings ToSettings() => _settings with
    {
        Keys = _keys,
        Feeds = _feeds.ReadAll(),
        Mutes = _mutes.Mutes,
        MustRead = _ranking.MustRead,
        Ranking = _ranking.Ranking,
        Warnings = _warnings,
    };

    /// <summary>Takes one value.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: the value does not fit.</exception>
    public void Take(TomlItem item)
    {
        if (item.Path is ["keys", var command])
            _keys[ForeignText.CleanLine(command)] = _values.OneOrMore(item);
        else if (!_feeds.Take(item) && !_mutes.Take(item) && !_ranking.Take(item) && !TakeNetwork(item) && !TakeReader(item))
            TakeUnknown(item);
    }

    /// <summary>Takes the heading of a table without values that would name it.</summary>
    public void TakeTable(string name, int line, int column)
    {
        if (!SettingNames.IsTable(name))
            _warnings.Add(new SettingsWarning(line, column, $"[{name}] is no table of settings; it is left aside."));
    }

    private void TakeUnknown(TomlItem item)
    {
        var name = SettingValues.NameOf(item);
        if (SettingNames.Above(name) is { } setting)
            throw SettingsFile.Fault(path, item.Line, item.Column, $"{setting} takes a value, not a table");
        _warnings.Add(new SettingsWarning(item.Line, item.Column, SettingNames.Unknown(name)));
    }

    private bool TakeNetwork(TomlItem item)
    {
        var network = _settings.Network;
        NetworkSettings? changed = string.Join('.', item.Path) switch
        {
            "network.jobs" => network with { Jobs = _values.Number(item, 1, 64) },
            "network.timeout" => network with { Timeout = TimeSpan.FromSeconds(_values.Number(item, 1, 600)) },
            "network.refresh_minutes" => network with
            {
                RefreshEvery = _values.Number(item, 0, 24 * 60) is > 0 and var minutes ? TimeSpan.FromMinutes(minutes) : null,
            },
            "network.offline" => network with { Offline = _values.Truth(item) },
            "network.allow_exec" => network with { AllowExec = _values.Truth(item) },
            _ => null,
        };
        _settings = _settings with { Network = changed ?? network };
        return changed is not null;
    }

    private bool TakeReader(TomlItem item)
    {
        var reader = _settings.Reader;
        Settings? changed = string.Join('.', item.Path) switch
        {
            "reader.mouse" => _settings with { Reader = reader with { Mouse = _values.Truth(item) } },
            "reader.width" => _settings with { Reader = reader with { Width = _values.Number(item, 20, 400) } },
            "reader.ascii" => _settings with { Reader = reader with { Ascii = _values.Switch(item) } },
            "reader.color" => _settings with { Reader = reader with { Color = _values.Switch(item) } },
            "reader.theme" => _settings with { Reader = reader with { Theme = Theme(item) } },
            "reader.hyperlinks" => _settings with { Reader = reader with { Hyperlinks = _values.Switch(item) } },
            "reader.bidi" => _settings with { Reader = reader with { Bidi = _values.Switch(item) } },
            "reader.clipboard" => _settings with { Reader = reader with { Clipboard = _values.Switch(item) } },
            "reader.images" => _settings with { Reader = reader with { Images = _values.Switch(item) } },
            "reader.graphics" => _settings with { Reader = reader with { Graphics = Graphics(item) } },
            "reader.title" => _settings with { Reader = reader with { Title = _values.Truth(item) } },
            "articles.always_full_text" => _settings with { Articles = _settings.Articles with { AlwaysFullText = _values.Texts(item) } },
            "articles.line_spacing" => _settings with { Articles = _settings.Articles with { LineSpacing = _values.Number(item, 0, 2) } },
            "articles.fetch_ahead" => _settings with { Articles = _settings.Articles with { FetchAhead = _values.Number(item, 0, 50) } },
            "interest.learn" => _settings with { Interest = new InterestSettings { Learn = _values.Truth(item) } },
            "clusters.read_together" => _settings with { Clusters = _settings.Clusters with { ReadTogether = _values.Truth(item) } },
            "clusters.open_best_text" => _settings with { Clusters = _settings.Clusters with { OpenBestText = _values.Truth(item) } },
            "downloads.folder" => _settings with { Downloads = _settings.Downloads with { Folder = _values.Text(item) } },
            "downloads.most_mib" => _settings with
            {
                Downloads = _settings.Downloads with { MostMebibytes = _values.Number(item, 1, 1_000_000) },
            },
            "retention.days" => _settings with
            {
                Retention = _settings.Retention with { Days = _values.Number(item, 0, RetentionLimits.Days) },
            },
            "retention.stories_per_feed" => _settings with
            {
                Retention = _settings.Retention with { Count = _values.Number(item, 0, RetentionLimits.Stories) },
            },
            "comments.author" => _settings with { Comments = new CommentSettings { Author = _values.Text(item) } },
            _ => null,
        };
        _settings = changed ?? _settings;
        return changed is not null;
    }

    private ReaderGraphics Graphics(TomlItem item) => item.Value switch
    {
        StringValueSyntax { Value: "auto" } => ReaderGraphics.Auto,
        StringValueSyntax { Value: "kitty" } => ReaderGraphics.Kitty,
        StringValueSyntax { Value: "sixel" } => ReaderGraphics.Sixel,
        StringValueSyntax { Value: "blocks" } => ReaderGraphics.Blocks,
        _ => throw _values.Wrong(item, "must be \"auto\", \"kitty\", \"sixel\" or \"blocks\""),
    };

    private ReaderTheme Theme(TomlItem item) => item.Value switch
    {
        StringValueSyntax { Value: "default" } => ReaderTheme.Default,
        StringValueSyntax { Value: "light" } => ReaderTheme.Light,
        StringValueSyntax { Value: "dark" } => ReaderTheme.Dark,
        StringValueSyntax { Value: "high-contrast" } => ReaderTheme.HighContrast,
        StringValueSyntax { Value: "mono" } => ReaderTheme.Mono,
        _ => throw _values.Wrong(item, "must be \"default\", \"light\", \"dark\", \"high-contrast\" or \"mono\""),
    };
}
