package org.gfpaudit.analyzer.solver;

import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose changed copies share all that did not change: a treap (Seidel and Aragon,
 * Randomized Search Trees, 1996) whose priorities are made of the hashes of the keys. So the shape
 * depends on the content alone, and maps that share much are compared and merged in the time that
 * their differences take. A look-up or change takes logarithmic time; keys come in their order.
 *
 * @param <K> the keys, whose order is consistent with equals
 */
public final class SharedMap<K extends Comparable<? super K>, V> {
  private final @Nullable Node<K, V> root;

  private SharedMap(@Nullable Node<K, V> root) {
    this.root = root;
  }

  /** A map without keys. */
  public static <K extends Comparable<? super K>, V> SharedMap<K, V> empty() {
    return new SharedMap<>(null);
  }

  private record Node<K extends Comparable<? super K>, V>(
      K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {

    /** Whether this node stands above one of another key in every map that has both. */
    boolean isAbove(Node<K, V> other) {
      int mine = priority(key);
      int theirs = priority(other.key);
      return mine != theirs ? mine > theirs : key.compareTo(other.key) < 0;
    }

    /** The hash, mixed so that neighbouring numbers come apart. */
    private static int priority(Object key) {
      int hash = key.hashCode() * 0x9e3779b9;
      hash = (hash ^ hash >>> 15) * 0x85ebca6b;
      return hash ^ hash >>> 13;
    }

    @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
    Node<K, V> with(V newValue, @Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
      return newValue == value && newLeft == left && newRight == right
          ? this
          : new Node<>(key, newValue, newLeft, newRight);
    }
  }

  /** The value of a key, or null. */
  public @Nullable V get(K key) {
    @Nullable Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return node.value;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  /** The value of a key, or {@code otherwise}. */
  public V getOrDefault(K key, V otherwise) {
    @Nullable V known = get(key);
    return known == null ? otherwise : known;
  }

  /** This map with another value of a key; this very one where it has that value. */
  public SharedMap<K, V> with(K key, V value) {
    return value.equals(get(key)) ? this : new SharedMap<>(put(root, key, value));
  }

  private static <K extends Comparable<? super K>, V> Node<K, V> put(
      @Nullable Node<K, V> node, K key, V value) {
    Node<K, V> added = new Node<>(key, value, null, null);
    if (node == null) {
      return added;
    }
    int order = key.compareTo(node.key);
    if (order == 0) {
      return node.with(value, node.left, node.right);
    }
    if (added.isAbove(node)) {
      return new Node<>(key, value, below(node, key), above(node, key));
    }
    return order < 0
        ? node.with(node.value, put(node.left, key, value), node.right)
        : node.with(node.value, node.left, put(node.right, key, value));
  }

  /** Of the keys under {@code node} those that are less than {@code key}. */
  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> below(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    return node.key.compareTo(key) < 0
        ? node.with(node.value, node.left, below(node.right, key))
        : below(node.left, key);
  }

  /** Of the keys under {@code node} those that are greater than {@code key}. */
  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> above(
      @Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    return node.key.compareTo(key) > 0
        ? node.with(node.value, above(node.left, key), node.right)
        : above(node.right, key);
  }

  /** This map without a key. */
  public SharedMap<K, V> without(K key) {
    return get(key) == null
        ? this
        : new SharedMap<>(concatenation(below(root, key), above(root, key)));
  }

  /** Two maps of which the keys of one are all less than those of the other. */
  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> concatenation(
      @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    return left.isAbove(right)
        ? left.with(left.value, left.left, concatenation(left.right, right))
        : right.with(right.value, concatenation(left, right.left), right.right);
  }

  /** What becomes of a key of one of two maps, or of both. */
  @FunctionalInterface
  public interface Merging<V> {
    /**
     * The value in the merged map, or null for none: {@code mine} itself where the other adds
     * nothing.
     *
     * @param mine that in the one map, or null
     * @param theirs that in the other, or null; never the same object
     */
    @Nullable V merged(@Nullable V mine, @Nullable V theirs);
  }

  /** The merging that keeps what one map alone has. */
  public static <V> Merging<V> keeping(BinaryOperator<V> join) {
    return (mine, theirs) ->
        mine == null ? theirs : theirs == null ? mine : join.apply(mine, theirs);
  }

  /** Both maps as one: this very one where the other adds nothing. */
  @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
  public SharedMap<K, V> merged(SharedMap<K, V> other, Merging<V> merging) {
    @Nullable Node<K, V> both = merged(root, other.root, merging);
    return both == root ? this : both == other.root ? other : new SharedMap<>(both);
  }

  @SuppressWarnings("ReferenceEquality") // What is shared is not looked into.
  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> merged(
      @Nullable Node<K, V> mine, @Nullable Node<K, V> theirs, Merging<V> merging) {
    if (mine == theirs) {
      return mine;
    }
    boolean isMine = theirs == null || (mine != null && mine.isAbove(theirs));
    @Nullable Node<K, V> top = isMine ? mine : theirs;
    if (top == null) {
      return null;
    }
    @Nullable Node<K, V> myLeft = isMine ? top.left : below(mine, top.key);
    @Nullable Node<K, V> myRight = isMine ? top.right : above(mine, top.key);
    @Nullable Node<K, V> theirLeft = isMine ? below(theirs, top.key) : top.left;
    @Nullable Node<K, V> theirRight = isMine ? above(theirs, top.key) : top.right;
    @Nullable V myValue = mine != null && mine.key.equals(top.key) ? mine.value : null;
    @Nullable V theirValue = theirs != null && theirs.key.equals(top.key) ? theirs.value : null;
    @Nullable V value = myValue == theirValue ? myValue : merging.merged(myValue, theirValue);
    @Nullable Node<K, V> left = merged(myLeft, theirLeft, merging);
    @Nullable Node<K, V> right = merged(myRight, theirRight, merging);
    if (value == null) {
      return concatenation(left, right);
    }
    if (mine != null && myValue != null) {
      return mine.with(value, left, right);
    }
    return top.with(value, left, right);
  }

  /** Takes each key with its value, in the order of the keys. */
  public void forEach(BiConsumer<? super K, ? super V> action) {
    forEach(root, action);
  }

  private static <K extends Comparable<? super K>, V> void forEach(
      @Nullable Node<K, V> node, BiConsumer<? super K, ? super V> action) {
    if (node != null) {
      forEach(node.left, action);
      action.accept(node.key, node.value);
      forEach(node.right, action);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof SharedMap<?, ?> that && areEqual(root, that.root));
  }

  @SuppressWarnings("ReferenceEquality") // What is shared is not looked into.
  private static boolean areEqual(@Nullable Node<?, ?> one, @Nullable Node<?, ?> two) {
    return one == two
        || (one != null
            && two != null
            && one.key.equals(two.key)
            && one.value.equals(two.value)
            && areEqual(one.left, two.left)
            && areEqual(one.right, two.right));
  }

  @Override
  public int hashCode() {
    int[] sum = new int[1];
    forEach((key, value) -> sum[0] += key.hashCode() ^ value.hashCode());
    return sum[0];
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    forEach((key, value) -> text.append(key).append('=').append(value).append(' '));
    return text.append('}').toString();
  }
}
