namespace TermNews.Core.Articles.Writing;

/// <summary>An article as one JSON object, with the properties of its origin.</summary>
internal static class JsonArticle
{
    /// <summary><c>json</c>.</summary>
    public static ArticleFormat Format { get; } = new("json", [".json"], static (article, _) => JsonText.Compose(article.Json) + "\n");
}
