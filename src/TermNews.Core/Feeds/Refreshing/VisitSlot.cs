namespace TermNews.Core.Feeds.Refreshing;

/// <summary>The slot that a visit holds.</summary>
internal sealed class VisitSlot : IDisposable
{
    private readonly VisitSlots _slots;

    /// <summary>Takes a slot.</summary>
    /// <param name="slots">The owner.</param>
    /// <param name="enteredAt">The time stamp of the clock when it was taken.</param>
    internal VisitSlot(VisitSlots slots, long enteredAt)
    {
        (_slots, EnteredAt) = (slots, enteredAt);
        Place = new LinkedListNode<VisitSlot>(this);
    }

    /// <summary>The time stamp of the clock when it was taken.</summary>
    internal long EnteredAt { get; }

    /// <summary>Its node among the visits without a response.</summary>
    internal LinkedListNode<VisitSlot> Place { get; }

    /// <summary>The response has arrived.</summary>
    internal bool IsAnswered { get; set; }

    /// <summary>The slot was handed to another visit.</summary>
    internal bool IsGivenOn { get; set; }

    /// <summary>The visit has released it.</summary>
    internal bool IsLeft { get; set; }

    /// <summary>Notes that the response has arrived.</summary>
    public void TakeAnswer() => _slots.TakeAnswer(this);

    /// <inheritdoc/>
    public void Dispose() => _slots.Leave(this);
}
