using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace PlusPortal.Data;

/// <summary>
/// Text without accents, case nor hyphens, inside a query: <c>PlainText.Of(actor.Name).Contains(PlainText.Of(typed))</c>.
/// </summary>
/// <remarks>Two functions that every PostgreSQL has, rather than an extension: <c>unaccent</c> must be installed by an administrator and cannot be indexed.</remarks>
public static class PlainText
{
    internal const string Accented = "àáâãäåÀÁÂÃÄÅçÇèéêëÈÉÊËìíîïÌÍÎÏñÑòóôõöÒÓÔÕÖùúûüÙÚÛÜýÿÝŸ-–’'";
    internal const string Plain = "aaaaaaaaaaaacceeeeeeeeiiiiiiiinnoooooooooouuuuuuuuyyyy    ";

    /// <summary>For queries only.</summary>
    /// <exception cref="InvalidOperationException">Called outside a query.</exception>
    public static string Of(string text) => throw new InvalidOperationException("PlainText.Of is for queries only.");

    internal static void Configure(ModelBuilder builder) =>
        builder.HasDbFunction(typeof(PlainText).GetMethod(nameof(Of))!).HasTranslation(arguments =>
        {
            var text = arguments[0];
            var without = Function("translate", [text, Constant(Accented), Constant(Plain)]);
            return Function("lower", [without]);

            SqlFunctionExpression Function(string name, SqlExpression[] inputs) =>
                new(name, inputs, nullable: true, argumentsPropagateNullability: [.. inputs.Select(_ => true)], typeof(string), text.TypeMapping);

            SqlConstantExpression Constant(string value) => new(value, text.TypeMapping);
        });
}
