package io.flowmaster.tasks;

/**
 * The current user is called by a comment.
 *
 * @param comment what was said
 * @param task about what; as it is now
 */
public record TaskMention(TaskComment comment, TaskView task) {}
