package org.speechservlet.servers.application;

/**
 * A page that an application has without us.
 *
 * @param path within the application
 * @param text something that stands in it
 */
public record OwnPage(String path, String text) {}
