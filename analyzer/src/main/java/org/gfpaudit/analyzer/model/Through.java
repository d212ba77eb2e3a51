package org.gfpaudit.analyzer.model;

import java.util.Optional;
import org.gfpaudit.rules.knowledge.Callback;
import org.gfpaudit.rules.mask.Symbol;

/** What one definition runs another through, or hands it over to. */
public sealed interface Through {

  /** The kind of an edge that goes this way. */
  CallEdge.Kind kind();

  /**
   * For people: the name the callee is called by (empty where that is its own), {@code struct
   * foo_ops.bar}, the bare field where the struct cannot be told, the variable, {@code work item by
   * INIT_WORK}, who took the callee.
   */
  String display();

  /**
   * The token in the caller's text by which {@code callee} is called, or handed over; empty where
   * there is none.
   */
  Optional<String> token(String callee);

  /**
   * A name in the caller's body.
   *
   * @param alias the name, where it is not the callee's own
   */
  record Name(Optional<String> alias) implements Through {
    /** The callee's own name. */
    public static final Name OWN = new Name(Optional.empty());

    @Override
    public CallEdge.Kind kind() {
      return CallEdge.Kind.DIRECT;
    }

    @Override
    public String display() {
      return alias.orElse("");
    }

    @Override
    public Optional<String> token(String callee) {
      return Optional.of(alias.orElse(callee));
    }
  }

  /**
   * A field that holds the callee.
   *
   * @param isExact whether the call and the store are known to be of one struct
   */
  record Field(Symbol.Field field, boolean isExact) implements Through {
    @Override
    public CallEdge.Kind kind() {
      return isExact ? CallEdge.Kind.OPS : CallEdge.Kind.OPS_BY_NAME;
    }

    @Override
    public String display() {
      return isExact ? FieldOwners.display(field) : field.field();
    }

    @Override
    public Optional<String> token(String callee) {
      return Optional.of(field.field());
    }
  }

  /** A parameter or local variable of the caller, by its name, that can hold the callee. */
  record Variable(String name) implements Through {
    @Override
    public CallEdge.Kind kind() {
      return CallEdge.Kind.FILLER;
    }

    @Override
    public String display() {
      return name;
    }

    @Override
    public Optional<String> token(String callee) {
      return Optional.of(name);
    }
  }

  /** Something that runs the callee later. */
  record Later(Callback callback) implements Through {
    @Override
    public CallEdge.Kind kind() {
      return CallEdge.Kind.CALLBACK;
    }

    @Override
    public String display() {
      return callback.runsAs() + " by " + callback.name();
    }

    @Override
    public Optional<String> token(String callee) {
      return Optional.empty();
    }
  }

  /**
   * Something that took the callee's address and is not followed.
   *
   * @param taker the function, field or variable, for people
   * @param takerToken the token it bears in the caller's text
   */
  record Lost(String taker, String takerToken) implements Through {
    @Override
    public CallEdge.Kind kind() {
      return CallEdge.Kind.HANDED_OVER;
    }

    @Override
    public String display() {
      return taker;
    }

    @Override
    public Optional<String> token(String callee) {
      return Optional.of(takerToken);
    }
  }
}
