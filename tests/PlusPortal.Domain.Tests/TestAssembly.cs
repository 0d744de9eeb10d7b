using PlusPortal.Testing.Order;

[assembly: TestCaseOrderer(typeof(SeededOrder))]
[assembly: TestCollectionOrderer(typeof(SeededOrder))]
