using PlusPortal.Testing;
using PlusPortal.Testing.Order;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
[assembly: TestCaseOrderer(typeof(SeededOrder))]
[assembly: TestCollectionOrderer(typeof(SeededOrder))]
