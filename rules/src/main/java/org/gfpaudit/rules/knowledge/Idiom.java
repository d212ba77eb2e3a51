package org.gfpaudit.rules.knowledge;

/** A name that the kernel uses all over for one small thing, and that says nothing of masks. */
public record Idiom(Kind kind, String name, VersionRange versions, String origin) implements Row {

  /** What the name stands for. */
  public enum Kind {
    /** A function whose value is an error, never an object. */
    ERROR,
    /** A function that is true where its argument is an error. */
    TEST,
    /** A function or macro that is true where its argument is. */
    CONDITION,
    /** A function or macro that writes to what it is handed, in a way its body does not show. */
    ASSIGN,
    /** A macro that sets its first argument to its second. */
    SET,
    /** One that sets what its first argument points to, to its second. */
    SET_BEHIND,
    /** One that may set what its first argument points to, to its third. */
    MAY_SET_BEHIND,
    /** One that sets the bit of its first argument's number in what its second points to. */
    SET_BIT,
    /** One of those that sets each byte of what its first argument points to, to its second. */
    FILL,
    /** A function that sets what its first argument points to, to what its second points to. */
    COPY,
    /** A function or macro that never returns. */
    NORETURN,
    /** A function or macro that returns only where its argument is false. */
    ASSERT,
    /** A macro that asks how an option of the kernel's configuration is built. */
    OPTION,
    /** A macro that asks for an option, and is true of one that is built in and of a module. */
    ENABLED,
    /** A macro whose value is the bit of that number. */
    BIT,
    /** A function whose value is the page that its argument is, or is a part of. */
    SAME_PAGE,
    /** A function that stores an entry among the pages of a mapping, and takes no mask. */
    STORE,
    /** The running task, or a function that returns it. */
    TASK,
    /** How the names of the flags of a task begin. */
    TASK_FLAG,
    /** A macro that declares a guard of the class that its first argument names. */
    GUARD,
    /** A macro at file scope that defines the class of guards that its first argument names. */
    CLASS,
    /** How the names of macros at file scope begin that name a function and do not run it. */
    NAMED,
    /** How the names of single bits of a mask begin. */
    MASK_BIT,
    /** How the names of masks begin that hold one bit, where their definitions may be numbers. */
    MASK,
    /** How the names of page-cache flags begin; one that names no other is a single bit. */
    FLAG
  }
}
