package org.speechservlet.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bar marks the place in each page. */
class InsertionPointTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head>|<title>x</title></head>",
        "<HTML><HEAD>|<TITLE>x</TITLE>",
        "<head\n\tprofile='a>b' data-x=\"<body>\" y=c/>|<base href='/x/'>",
        "<head/>|<title>x</title>",
        "<head =\">|\">",
        "<head a='b'=\"c>|\">",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\" \"x.dtd\">\n<html><head>|",
        "\uFEFF<html><head>|",
        "\u00ef\u00bb\u00bf<html><head>|",
        "stray text <p>and a paragraph</p><html><head>|",
        "<!-- <head> --><head>|",
        "<!--><head>|",
        "<!---><head>|",
        "<!-- a --!><head>|",
        "<!-- -- > - -> --- <head> ---><head>|",
        "<!--[if IE]><head class=ie><![endif]--><!--[if !IE]><!--><head>|<!--<![endif]-->",
        "<!-><head>|",
        "<!- <head> --><head>|",
        "<![CDATA[ <x]><head>|",
        "<!><head>|",
        "</><head>|",
        "</ <head>><head>|",
        "<? <head><head>|",
        "a < b <1 << <head>|",
        "<header><headline><head2><head>|",
        "<script>'<head>'</script><head>|",
        "<script>'</scripts><head>'</script ><head>|",
        "<script><!-- '<script>' + '</script>' + '<head>' --></script><head>|",
        "<script><!-- '<script>' + '</script>' </script><head>|",
        "<script><!-- '<scripts>' </script><head>|",
        "<script><!--> '<script>' </script><head>|",
        "<textarea><head></textarea/><head>|",
        "<noscript><head></noscript><head>|",
        "<title><head></titl></title\n><head>|",
        "<style></style x='<head>'><head>|",
      })
  void head_isThePlaceRightBehindItsTag(String marked) {
    assertPlace(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body bgcolor=\"a>b\">|text",
        "<body>|<head>",
        "<!doctype html><title>The <body> of it</title>|<p>text",
        "<!DOCTYPE HTML SYSTEM 'a'><meta charset=utf-8>|<title>x</title>",
        "<html lang=en><link rel=icon>|",
        "<html><script>'<body>'</script>|<head>",
        "<html><base href='/x/'><style>p{}</style>|",
      })
  void pageWithoutHeadTag_hasThePlaceBehindWhatComesFirst(String marked) {
    assertPlace(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<p>text</p>",
        "<title>x</title><meta name=a><style></style>",
        "<svg><title>x</title></svg><div>text</div>",
        "<thead><tr><td>x</thead><tbody>",
        "{\"html\": \"<p>\"}",
        "<html><p>a",
        "<!-- <head>",
        "<script><head>",
        "<plaintext><head>",
        "<html><header>",
        "<head",
        "</head></body>",
        "<!head><!body>",
        "<\u0000h\u0000e\u0000a\u0000d\u0000>",
      })
  void fragment_hasNoPlace(String page) {
    assertEquals(-1, place(page, new InsertionPoint()));
  }

  @Test
  void search_afterItsLimit_isGivenUp() {
    InsertionPoint point = new InsertionPoint();
    String head = "<head>";
    String before = " ".repeat(InsertionPoint.SEARCH_LIMIT - head.length());

    assertEquals(InsertionPoint.SEARCH_LIMIT, place(before + head, point));

    InsertionPoint late = new InsertionPoint();
    assertEquals(-1, place(before + " <head", late));
    assertTrue(late.isGivenUp());
    assertEquals(-1, place(">", late));
  }

  @Test
  void base_beforeThePlaceOnly_counts() {
    InsertionPoint before = new InsertionPoint();
    place("<html><base href=x><body>", before);
    InsertionPoint after = new InsertionPoint();
    place("<html><head><base href=x>", after);

    assertTrue(before.hasBase());
    assertFalse(after.hasBase());
  }

  @Test
  void longName_isNoOther() {
    assertEquals(-1, place("<" + "head".repeat(10_000) + ">", new InsertionPoint()));
  }

  private static void assertPlace(String marked) {
    String page = marked.replace("|", "");
    int place = place(page, new InsertionPoint());

    assertEquals(
        marked, page.substring(0, Math.max(place, 0)) + "|" + page.substring(Math.max(place, 0)));
  }

  private static int place(String page, InsertionPoint point) {
    for (int i = 0; i < page.length() && !point.isGivenUp(); i++) {
      if (point.isBehind(page.charAt(i))) {
        return i + 1;
      }
    }
    return -1;
  }
}
