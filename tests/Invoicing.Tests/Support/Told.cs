using System;
using System.Collections.Generic;

namespace Invoicing.Tests.Support;

/// <summary>Progress that is told at once, where Progress would post it elsewhere.</summary>
internal sealed class Told<T> : IProgress<T>
{
    private readonly List<T> _list;

    public Told(List<T> list) => _list = list;

    public void Report(T value) => _list.Add(value);
}
