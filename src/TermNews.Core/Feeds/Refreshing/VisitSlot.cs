namespace TermNews.Core.Feeds.Refreshing;

/// <summary>A slot of a visit.</summary>
internal sealed class VisitSlot : IDisposable
{
    private readonly VisitSlots _slots;

    /// <summary>Takes a slot.</summary>
    /// <param name="slots">Where it belongs.</param>
    /// <param name="enteredAt">When it was taken, as a time stamp of the clock.</param>
    internal VisitSlot(VisitSlots slots, long enteredAt)
    {
        (_slots, EnteredAt) = (slots, enteredAt);
        Place = new LinkedListNode<VisitSlot>(this);
    }

    /// <summary>When it was taken, as a time stamp of the clock.</summary>
    internal long EnteredAt { get; }

    /// <summary>Its place among those that wait for an answer.</summary>
    internal LinkedListNode<VisitSlot> Place { get; }

    /// <summary>The server has answered.</summary>
    internal bool IsAnswered { get; set; }

    /// <summary>Another visit has it.</summary>
    internal bool IsGivenOn { get; set; }

    /// <summary>The visit does not hold it any more.</summary>
    internal bool IsLeft { get; set; }

    /// <summary>Notes that the server has answered.</summary>
    public void TakeAnswer() => _slots.TakeAnswer(this);

    /// <inheritdoc/>
    public void Dispose() => _slots.Leave(this);
}
