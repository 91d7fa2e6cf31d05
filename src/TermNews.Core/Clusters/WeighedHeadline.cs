namespace TermNews.Core.Clusters;

/// <summary>A headline with what its words tell, worked out once for all clusters that it is compared with.</summary>
internal sealed class WeighedHeadline
{
    private readonly WeighedFeature[] _features;

    /// <summary>Looks up how much its words tell.</summary>
    public WeighedHeadline(Headline headline, TermCounts counts)
    {
        _features = new WeighedFeature[headline.Features.Length];
        var squares = 0.0;
        for (var at = 0; at < _features.Length; at++)
        {
            _features[at] = WeighedFeature.Of(headline.Features[at], counts);
            squares += _features[at].Square;
        }
        Length = Math.Max(Math.Sqrt(squares), double.Epsilon);
    }

    /// <summary>Its words and pairs of neighbouring words.</summary>
    public ReadOnlySpan<WeighedFeature> Features => _features;

    /// <summary>Its length as a vector.</summary>
    public double Length { get; }
}
