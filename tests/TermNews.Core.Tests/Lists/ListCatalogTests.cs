using System.Reflection;
using TermNews.Core.Lists;
using TermNews.Core.Reader.Composition;

namespace TermNews.Core.Tests.Lists;

public sealed class ListCatalogTests
{
    [Fact]
    public void Every_definition_of_a_list_is_in_the_catalog()
    {
        var defined = typeof(StoryList).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property.PropertyType == typeof(StoryList))
            .ToLookup(property => (StoryList)property.GetValue(null)!, property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(defined.Where(list => !ListCatalog.All.Contains(list.Key)).SelectMany(names => names));
        Assert.Equal(ListCatalog.All.Count, defined.Count);
    }

    [Fact]
    public void Every_list_has_a_word_of_its_own_a_title_and_words_for_when_it_is_empty()
    {
        Assert.Equal(ListCatalog.All.Count, ListCatalog.All.DistinctBy(list => list.Word).Count());
        Assert.Equal(ListCatalog.All.Count, ListCatalog.All.DistinctBy(list => list.Title).Count());
        Assert.All(ListCatalog.All, list =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", list.Word);
            Assert.NotEmpty(list.Title);
            Assert.NotEmpty(list.WhenEmpty);
            Assert.All(list.WhenEmpty, Assert.NotEmpty);
            Assert.Same(list, ListCatalog.Parse(list.Word));
        });
    }

    [Fact]
    public void The_words_of_an_empty_list_name_keys_of_commands_that_exist()
    {
        var named = ListCatalog.All.SelectMany(list => list.WhenEmpty).SelectMany(words => words.Split("{key:").Skip(1))
            .Select(rest => rest[..rest.IndexOf('}', StringComparison.Ordinal)]).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(ReaderCommands.Table.Select(line => line.Name)));
    }

    [Fact]
    public void The_key_table_has_the_keys_and_the_words_of_every_list()
    {
        foreach (var list in ListCatalog.All.Where(list => list.Keys.Count > 0))
        {
            var line = ReaderCommands.Table.Single(line => line.Name == list.Word);
            Assert.Equal(list.Keys, line.Keys);
            Assert.Equal(list.KeyWords, line.Words);
        }
    }

    [Fact]
    public void A_list_with_keys_says_in_the_help_what_they_show() =>
        Assert.Empty(ListCatalog.All.Where(list => list.Keys.Count > 0 && list.KeyWords.Length == 0).Select(list => list.Word));

    [Fact]
    public void The_digest_has_a_place_for_each_of_its_lists()
    {
        var places = ListCatalog.All.Select(list => list.DigestPlace).Where(place => place > 0).Order();

        Assert.Equal(Enumerable.Range(1, places.Count()), places);
    }

    [Fact]
    public void A_word_that_names_no_list_is_an_error_that_names_them_all()
    {
        var error = Assert.Throws<NewsException>(() => ListCatalog.Parse("oldest"));

        Assert.Equal(
            "There is no list \"oldest\"; the lists are latest, popular, must-read, unread, saved, commented, all.", error.Message);
    }
}
