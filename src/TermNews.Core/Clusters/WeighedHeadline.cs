namespace TermNews.Core.Clusters;

/// <summary>
/// A headline with what its words tell, worked out once for all clusters that it is compared with. Used for one headline after the other.
/// </summary>
/// <param name="counts">How often words were seen.</param>
internal sealed class WeighedHeadline(TermCounts counts)
{
    private readonly WeighedFeature[] _features = new WeighedFeature[Headline.MostFeatures];
    private int _count;

    /// <summary>Its words and pairs of neighbouring words.</summary>
    public ReadOnlySpan<WeighedFeature> Features => _features.AsSpan(0, _count);

    /// <summary>Its length as a vector.</summary>
    public double Length { get; private set; }

    /// <summary>Looks up how much the words of a headline tell, in place of the one before.</summary>
    public void Weigh(Headline headline)
    {
        _count = 0;
        var squares = 0.0;
        foreach (var feature in headline.Features)
        {
            var weighed = WeighedFeature.Of(feature, counts);
            squares += weighed.Square;
            _features[_count++] = weighed;
        }
        Length = Math.Max(Math.Sqrt(squares), double.Epsilon);
    }
}
