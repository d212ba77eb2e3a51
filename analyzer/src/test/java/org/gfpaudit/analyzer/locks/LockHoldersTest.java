package org.gfpaudit.analyzer.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.junit.jupiter.api.Test;

/** Which locks are held at calls, by summaries of what is called. */
class LockHoldersTest {
  private static final String STRUCTS =
      """
      struct mutex { int owner; };
      struct rw_semaphore { int count; };
      struct gate_sem { int name; struct rw_semaphore inner; };
      struct pond {
      	int state;
      	int size;
      	int users;
      	int flags;
      	struct mutex lock;
      	struct gate_sem gate;
      	struct rw_semaphore area;
      	struct work_struct done;
      };
      void mutex_lock(struct mutex *lock);
      void mutex_unlock(struct mutex *lock);
      int check(struct pond *pond);
      void down_read(struct rw_semaphore *sem);
      void up_read(struct rw_semaphore *sem);
      void work(struct pond *pond);
      int *begin_handle(struct pond *pond);
      int journal_current_handle(void);
      void submit(struct pond *pond, void (*done)(struct pond *pond));
      """;

  private static final LockClass LOCK = LockClass.ofField("struct pond", "lock");
  private static final LockClass AREA = LockClass.ofField("struct pond", "area");
  private static final LockClass GATE = LockClass.ofField("struct pond", "gate");

  private final Model model;
  private final LockHolders holders;

  LockHoldersTest() {
    this.model = Phases.model(Map.of("fs/pond/pond.c", STRUCTS + FUNCTIONS));
    Set<Entity> top = new TreeSet<>();
    for (String name :
        List.of(
            "balanced",
            "left_to_callee",
            "left_to_later",
            "through_wrappers",
            "with_handle",
            "in_turn",
            "after_leak",
            "again",
            "told_otherwise",
            "whichever",
            "to_read",
            "to_write",
            "left_to_macro")) {
      top.add(function(name));
    }
    Set<Entity> near = new TreeSet<>(top);
    for (String name :
        List.of(
            "begin",
            "start",
            "flush",
            "written",
            "gate_enter",
            "gate_traced",
            "pond_enter",
            "leak",
            "rw_take",
            "rw_give",
            "finish_later",
            "leave")) {
      near.add(function(name));
    }
    this.holders = new LockHolders(model, new Acquisitions(model), near);
  }

  private static final String FUNCTIONS =
      """
      static void gate_enter(struct gate_sem *sem)
      {
      	down_read(&sem->inner);
      }
      static void gate_traced(struct gate_sem *sem, int *trace)
      {
      	gate_enter(sem);
      }
      static void pond_enter(struct pond *pond, int *trace)
      {
      	gate_traced(&pond->gate, trace);
      }
      static void finish(struct pond *pond)
      {
      	mutex_unlock(&pond->lock);
      }
      static int begin(struct pond *pond)
      {
      	mutex_lock(&pond->lock);
      	if (pond->state) {
      		mutex_unlock(&pond->lock);
      		return -5;
      	}
      	return 0;
      }
      void balanced(struct pond *pond)
      {
      	mutex_lock(&pond->lock);
      	mutex_unlock(&pond->lock);
      	work(pond);
      }
      void left_to_callee(struct pond *pond)
      {
      	mutex_lock(&pond->lock);
      	finish(pond);
      	work(pond);
      }
      void through_wrappers(struct pond *pond, int *trace)
      {
      	pond_enter(pond, trace);
      	work(pond);
      }
      static void written(struct pond *pond)
      {
      	mutex_unlock(&pond->lock);
      }
      static void flush(struct pond *pond)
      {
      	mutex_lock(&pond->lock);
      	submit(pond, written);
      }
      void left_to_later(struct pond *pond)
      {
      	flush(pond);
      	work(pond);
      }
      static int *start(struct pond *pond)
      {
      	int *handle;
      	if (journal_current_handle())
      		return begin_handle(pond);
      	mutex_lock(&pond->lock);
      	handle = begin_handle(pond);
      	if (IS_ERR(handle)) {
      		mutex_unlock(&pond->lock);
      		handle = ERR_PTR(-5);
      	} else {
      		pond->users++;
      	}
      	return handle;
      }
      void with_handle(struct pond *pond)
      {
      	int *handle = start(pond);
      	if (IS_ERR(handle))
      		return;
      	work(pond);
      	finish(pond);
      }
      void again(struct pond *pond)
      {
      	int err = begin(pond);
      	if (err == -EDQUOT || err == -ENOSPC)
      		work(pond);
      }
      void told_otherwise(struct pond *pond)
      {
      	int err = begin(pond);
      	if (err == -EDQUOT || pond->state)
      		return;
      	work(pond);
      }
      static int leak(struct pond *pond)
      {
      	mutex_lock(&pond->lock);
      	int err = check(pond);
      	if (err)
      		return err;
      	mutex_unlock(&pond->lock);
      	return 0;
      }
      void after_leak(struct pond *pond)
      {
      	leak(pond);
      	work(pond);
      }
      static void rw_take(int write, struct pond *pond)
      {
      	write ? down_write(&pond->area) : down_read(&pond->area);
      	if (write)
      		pond->users++;
      }
      static void rw_give(int write, struct pond *pond)
      {
      	(write ? up_write : up_read)(&pond->area);
      }
      void whichever(struct pond *pond, int write)
      {
      	rw_take(write, pond);
      	rw_give(write, pond);
      	work(pond);
      }
      void to_read(struct pond *pond)
      {
      	rw_take(0, pond);
      	work(pond);
      }
      void to_write(struct pond *pond)
      {
      	rw_take(1, pond);
      	work(pond);
      }
      #define POND_TYPE(name, type) type *name = container_of(ws, type, done)
      #define LATER(name) void name(struct work_struct *ws)
      static LATER(finish_later)
      {
      	POND_TYPE(it, struct pond);
      	mutex_unlock(&it->lock);
      }
      static void leave(struct pond *pond)
      {
      	mutex_lock(&pond->lock);
      	submit(pond, finish_later);
      }
      void left_to_macro(struct pond *pond)
      {
      	leave(pond);
      	work(pond);
      }
      void in_turn(struct pond *pond)
      {
      	if (begin(pond))
      		return;
      	work(pond);
      	finish(pond);
      }
      """;

  private Entity function(String name) {
    return model.index().definitions(name).stream()
        .filter(entity -> model.index().kind(entity) == EntityKind.FUNCTION)
        .findFirst()
        .orElseThrow();
  }

  /** The locks that a function holds where it calls {@code work()}. */
  private Set<LockClass> atWork(String function) {
    return holders.calls(function(function)).stream()
        .filter(
            held -> held.call().calledName().filter(name -> name.text().equals("work")).isPresent())
        .flatMap(held -> held.state().held().keySet().stream())
        .collect(Collectors.toSet());
  }

  @Test
  void whatIsGivenBackIsNotHeld() {
    assertEquals(Set.of(), atWork("balanced"));
  }

  @Test
  void aCalleeGivesBackWhatItDidNotTake() {
    assertEquals(Set.of(), atWork("left_to_callee"), "finish() is looked into though nobody asked");
  }

  @Test
  void anotherContextGivesBackWhatIsLeftToIt() {
    assertEquals(Set.of(), atWork("left_to_later"), "written() is handed over to give it back");
  }

  @Test
  void theirLocksAreNamedByWhatMacrosDeclare() {
    assertEquals(Set.of(), atWork("left_to_macro"), "finish_later() names its pond by a macro");
  }

  @Test
  void whatIsForgottenOnAnErrorIsNotLeftToWhoGoesOn() {
    assertEquals(Set.of(), atWork("after_leak"));
  }

  @Test
  void whatIsComparedWithAnErrorHasFailed() {
    assertEquals(Set.of(), atWork("again"));
    assertEquals(Set.of(LOCK), atWork("told_otherwise"), "any other outcome says nothing");
  }

  @Test
  void eitherOfTwoFunctionsGivesBack() {
    assertEquals(Set.of(), atWork("whichever"));
  }

  @Test
  void aNumberTellsHowALockIsTaken() {
    assertEquals(LockMode.READ, mode("to_read"));
    assertEquals(LockMode.WRITE, mode("to_write"));
  }

  /** How the lock of the area is held where a function calls {@code work()}. */
  private LockMode mode(String function) {
    return holders.calls(function(function)).stream()
        .flatMap(held -> Optional.ofNullable(held.state().held().get(AREA)).stream())
        .map(HeldLock::mode)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLockIsNamedByTheFieldThatWasHandedThroughWrappers() {
    assertEquals(Set.of(GATE), atWork("through_wrappers"));
  }

  @Test
  void aFunctionReturnsWithALockWhereItSucceeds() {
    assertEquals(Set.of(LOCK), atWork("in_turn"));
  }

  @Test
  void aHandleThatIsReturnedSaysWhetherTheLockIsHeld() {
    assertEquals(Set.of(LOCK), atWork("with_handle"));
    assertTrue(
        holders.calls(function("with_handle")).stream()
            .flatMap(held -> held.state().held().values().stream())
            .allMatch(HeldLock::isCertain),
        "a task that is in a transaction already has the lock from before");
  }

  @Test
  void itIsToldWhoMayGiveALockBack() {
    assertTrue(holders.mayGive(function("finish"), LOCK));
    assertFalse(holders.mayGive(function("finish"), GATE));
    assertFalse(holders.mayGive(function("balanced"), LOCK), "it gives back what it took itself");
  }
}
