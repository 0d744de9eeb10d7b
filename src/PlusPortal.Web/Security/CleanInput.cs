using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Web.Security;

/// <summary>
/// The edge of the portal: the path, the query and the form of every request hold visible text only (<see cref="VisibleText"/>),
/// whoever reads them and however. Bodies that are no form are cleaned by their readers.
/// </summary>
public static class CleanInput
{
    /// <summary>Cleans what is read further down.</summary>
    public static void UseCleanInput(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<IOptions<FormOptions>>().Value;
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.Path.Value is { } path && VisibleText.Clean(path) is var visible && !ReferenceEquals(visible, path)) request.Path = visible;
            var features = context.Features;
            features.Set<IQueryFeature>(new CleanQuery(features.Get<IQueryFeature>() ?? new QueryFeature(features)));
            features.Set<IFormFeature>(new CleanForm(request, features.Get<IFormFeature>() ?? new FormFeature(request, limits)));
            return next(context);
        });
    }

    /// <summary>A password is compared as it was typed, whatever is in it (ASVS 6.2.8).</summary>
    private static bool IsPassword(string key) => key.EndsWith("Password", StringComparison.OrdinalIgnoreCase);

    private static bool IsClean(KeyValuePair<string, StringValues> field) =>
        ReferenceEquals(VisibleText.Clean(field.Key), field.Key) && (IsPassword(field.Key) || field.Value.All(value => ReferenceEquals(VisibleText.Clean(value), value)));

    /// <summary>The same fields; those whose keys look the same are one.</summary>
    private static Dictionary<string, StringValues> Clean(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var clean = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, values) in fields)
        {
            var name = VisibleText.Clean(key);
            var texts = IsPassword(key) ? values : new StringValues([.. values.Select(VisibleText.Clean)]);
            clean[name] = clean.TryGetValue(name, out var same) ? StringValues.Concat(same, texts) : texts;
        }

        return clean;
    }

    /// <summary>The query, cleaned when it is read; it changes when another page is shown instead of a failed one.</summary>
    private sealed class CleanQuery(IQueryFeature received) : IQueryFeature
    {
        private IQueryCollection? dirty;
        private IQueryCollection? clean;

        public IQueryCollection Query
        {
            get
            {
                var now = received.Query;
                if (clean is null || !ReferenceEquals(now, dirty)) (dirty, clean) = (now, now.All(IsClean) ? now : new QueryCollection(Clean(now)));
                return clean;
            }

            set => received.Query = value;
        }
    }

    /// <summary>The form, read and cleaned when somebody asks for it: what refuses or limits it stays as it is.</summary>
    private sealed class CleanForm(HttpRequest request, IFormFeature received) : IFormFeature
    {
        private bool isWithoutNul;
        private IFormCollection? dirty;
        private IFormCollection? clean;

        public bool HasFormContentType => received.HasFormContentType;

        public IFormCollection? Form
        {
            get => received.Form is { } form ? Of(form) : null;
            set => received.Form = value;
        }

        public IFormCollection ReadForm() => Of(received.ReadForm());

        public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
        {
            if (!isWithoutNul && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true) await DropNulAsync(cancellationToken);
            return Of(await received.ReadFormAsync(cancellationToken));
        }

        /// <summary>The reader of the framework refuses a whole form for one NUL, and what was typed beside it would be lost.</summary>
        private async Task DropNulAsync(CancellationToken ct)
        {
            isWithoutNul = true;
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body, ct);
            body.Position = 0;
            var hasNul = body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("%00"u8) >= 0;
            request.Body = hasNul ? new MemoryStream(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body.ToArray()).Replace("%00", "", StringComparison.Ordinal))) : body;
        }

        private IFormCollection Of(IFormCollection form)
        {
            if (clean is null || !ReferenceEquals(form, dirty)) (dirty, clean) = (form, form.All(IsClean) ? form : new FormCollection(Clean(form), form.Files));
            return clean;
        }
    }
}
