using Xunit.Sdk;
using Xunit.v3;

namespace PlusPortal.Testing.Order;

/// <summary>
/// Runs the tests of an assembly in an order drawn from the seed that <c>PLUS_TEST_ORDER</c> holds, so that a test which
/// leans on another one is found; the same seed gives the same order again. Without the variable, in the usual order.
/// </summary>
public sealed class SeededOrder : ITestCaseOrderer, ITestCollectionOrderer
{
    /// <summary>Name of the variable: a whole number.</summary>
    public const string Variable = "PLUS_TEST_ORDER";

    private static readonly int? Seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), out var seed) ? seed : null;

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        Seed is { } seed ? Shuffle(testCases, test => test.UniqueID, seed) : DefaultTestCaseOrderer.Instance.OrderTestCases(testCases);

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        Seed is { } seed ? Shuffle(testCollections, collection => collection.UniqueID, seed) : DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections);

    private static T[] Shuffle<T>(IEnumerable<T> items, Func<T, string> identity, int seed)
    {
        // From an order of their own first: the seed alone decides.
        var order = items.OrderBy(identity, StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }
}
