using PlusPortal.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
