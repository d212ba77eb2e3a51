package org.gfpaudit.rules.mask;

/** The task scope a call runs in. Wider scopes come later and clear what earlier ones clear. */
public enum Scope {
  /** No scope is proven to be open. */
  NONE,
  /** {@code memalloc_nofs_save()}: the allocator clears FS. */
  NOFS,
  /** {@code memalloc_noio_save()}: the allocator clears FS and IO. */
  NOIO;

  /** What the allocator takes out of every mask in this scope. */
  public Bits cleared(MaskBits bits) {
    return switch (this) {
      case NONE -> Bits.NONE;
      case NOFS -> bits.fs();
      case NOIO -> bits.fsOrIo();
    };
  }
}
