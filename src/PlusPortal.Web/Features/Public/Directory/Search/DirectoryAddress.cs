using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PlusPortal.Web.Addresses;

namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>The address of a search; each change gives the address of another one, from its first page.</summary>
public sealed class DirectoryAddress
{
    /// <summary>Path of the directory.</summary>
    public const string Path = PublicAddress.Directory;

    private static readonly string[] PlaceKeys = ["commune", "departement", "epci"];

    private readonly List<KeyValuePair<string, string>> values;

    private DirectoryAddress(IEnumerable<KeyValuePair<string, string>> values) => this.values = [.. values];

    /// <summary>The address of a filter.</summary>
    public static DirectoryAddress Of(DirectoryFilter filter)
    {
        var values = new List<KeyValuePair<string, string>>();
        Add("texte", [filter.Text]);
        Add("commune", [filter.Commune]);
        Add("departement", filter.Departements);
        Add("epci", filter.Epcis);
        Add("etape", filter.Stages);
        Add("theme", filter.Themes);
        Add("forme", filter.LegalForms);
        Add("appui", filter.Kinds);
        Add("secteur", filter.Sectors);
        Add("tri", [filter.Order]);
        return new DirectoryAddress(values);

        void Add(string key, IEnumerable<string?> texts)
        {
            foreach (var text in texts)
            {
                if (!string.IsNullOrEmpty(text)) values.Add(new(key, text));
            }
        }
    }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => values.Exists(value => value.Key != "tri");

    /// <summary>Without one value.</summary>
    public DirectoryAddress Without(string key, string value) => new(values.Where(pair => pair.Key != key || pair.Value != value));

    /// <summary>Without the values of a filter.</summary>
    public DirectoryAddress Without(params string[] keys) => new(values.Where(pair => !keys.Contains(pair.Key)));

    /// <summary>With another value of a filter that takes one.</summary>
    public DirectoryAddress With(string key, string value) => new(Without(key).values.Append(new(key, value)));

    /// <summary>In one place instead of any other.</summary>
    public DirectoryAddress In(string key, string code) => new(Without(PlaceKeys).values.Append(new(key, code)));

    /// <summary>A page of the same search.</summary>
    public string AtPage(int page) => With("page", page.ToString(CultureInfo.InvariantCulture)).ToString();

    /// <inheritdoc />
    public override string ToString() => Path + new QueryBuilder(values).ToQueryString();
}
