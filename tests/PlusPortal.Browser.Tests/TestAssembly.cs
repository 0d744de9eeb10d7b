using PlusPortal.Browser.Tests;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Testing;
using PlusPortal.Testing.Order;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
[assembly: AssemblyFixture(typeof(ChromiumFixture))]
[assembly: AssemblyFixture(typeof(NuHtmlChecker))]
[assembly: TestCaseOrderer(typeof(SeededOrder))]
[assembly: TestCollectionOrderer(typeof(SeededOrder))]
