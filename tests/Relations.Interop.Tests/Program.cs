using Relations.Interop.Tests;

// The tests are run by a test host; as a program this assembly is the other process of SecondProcessTests.
await LockingProcess.RunAsync(args[0]);
