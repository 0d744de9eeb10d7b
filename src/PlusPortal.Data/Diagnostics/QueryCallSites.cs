using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PlusPortal.Data.Diagnostics;

/// <summary>
/// Writes above every query of EF where in our code it is asked: <c>-- src/PlusPortal.Data/Offers/Offers.cs:47 Offers.PageAsync</c>.
/// The place is looked for when a query is translated, once for each shape of query, so that running one costs nothing.
/// </summary>
/// <remarks>Two places that ask exactly the same share their translation, hence the name of the first. Without symbols the file is left out.</remarks>
public sealed class QueryCallSites : IQueryExpressionInterceptor
{
    /// <summary>The only one: each further instance would be a further set of services of EF.</summary>
    public static readonly QueryCallSites Instance = new();

    private const string OurNamespace = "PlusPortal";
    private static readonly string[] Roots = ["/src/", "/tests/"];

    private static readonly MethodInfo TagWith = typeof(EntityFrameworkQueryableExtensions).GetMethods()
        .Single(method => method.Name == nameof(EntityFrameworkQueryableExtensions.TagWith) && method.GetParameters().Length == 2);

    private QueryCallSites()
    {
    }

    /// <inheritdoc />
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        Find() is { } site ? Tagged(queryExpression, site) : queryExpression;

    /// <summary>A query is tagged itself; one that ends in a number, a row or an update is tagged below that end.</summary>
    private static Expression Tagged(Expression query, string site)
    {
        if (ElementOf(query.Type) is { } element) return Expression.Call(TagWith.MakeGenericMethod(element), query, Expression.Constant(site));
        return query is MethodCallExpression { Object: null, Arguments: { Count: > 0 } parts } end && ElementOf(parts[0].Type) is not null
            ? end.Update(null, [Tagged(parts[0], site), .. parts.Skip(1)])
            : query;
    }

    private static Type? ElementOf(Type type) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(kind => kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GenericTypeArguments[0];

    /// <summary>The nearest of our methods on the stack; the translation runs on the stack of whoever asked first.</summary>
    private static string? Find()
    {
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod()?.DeclaringType is not { } type || type == typeof(QueryCallSites)) continue;
            if (type.Namespace is not { } space || (space != OurNamespace && !space.StartsWith(OurNamespace + ".", StringComparison.Ordinal))) continue;
            return PlaceOf(frame) + NameOf(frame.GetMethod()!, type);
        }

        return null;
    }

    /// <summary>The file from the root of the repository on: where a machine keeps it is nobody's business.</summary>
    private static string PlaceOf(StackFrame frame)
    {
        if (frame.GetFileName()?.Replace('\\', '/') is not { } file) return "";
        var cut = Roots.Max(root => file.LastIndexOf(root, StringComparison.Ordinal));
        return cut < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{file.AsSpan(cut + 1)}:{frame.GetFileLineNumber()} ");
    }

    /// <summary>Async methods and lambdas run in classes that the compiler made; both names are in angle brackets.</summary>
    private static string NameOf(MethodBase method, Type type)
    {
        var name = method.Name;
        var owner = type;
        while (owner is { IsNested: true, DeclaringType: { } outer } && owner.Name.StartsWith('<'))
        {
            if (Bracketed(owner.Name) is { Length: > 0 } wrapped) name = wrapped;
            owner = outer;
        }

        return $"{owner.Name}.{(Bracketed(name) is { Length: > 0 } inner ? inner : name)}";
    }

    private static string? Bracketed(string name) => name.StartsWith('<') && name.IndexOf('>') is > 0 and var end ? name[1..end] : null;
}
