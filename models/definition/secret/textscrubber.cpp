// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/textscrubber.h"

#include "models/definition/secret/secretguard.h"
#include "models/definition/secret/secretkeys.h"
#include "models/support/hiddencharacters.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype longestKey = 80;      // with its quotes, when a key is looked for after a value
constexpr qsizetype shortestSecret = 8;   // of those that are known by their form
constexpr qsizetype longestObject = 1000; // below a key, looked through for the value in it

bool isWord(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

// The plain form of full-width characters, no-break spaces and typographic quotes. Null: the
// character is invisible.
QChar plain(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= 0xff01 && code <= 0xff5e)
        return {char16_t(code - 0xfee0)};
    if (u"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"_s.contains(character))
        return u'"';
    if (u"\u2018\u2019\u201a\u201b`\u00b4\u2032"_s.contains(character))
        return u'\'';
    if (code != u'\n' && (character.isSpace() || code == 0x3000))
        return u' ';
    if (isUnseenCharacter(code))
        return {};
    return character;
}

// How a text between quotes is read.
QString plainText(const QString &text)
{
    QString all;
    for (const QChar character : text) {
        const QChar shown = plain(character);
        if (!shown.isNull())
            all.append(shown == u'\n' ? u' ' : shown);
    }
    return all;
}

const QRegularExpression &secretWord()
{
    static const QRegularExpression word(SecretKeys::pattern(),
                                         QRegularExpression::CaseInsensitiveOption);
    return word;
}

} // namespace

TextScrubber::TextScrubber(const QString &text, const QSet<QString> &names,
                           const QSet<QString> &held)
    : m_text(text)
{
    read();
    m_protected = quoted(names);
    m_held = quoted(inDoubt(held));
    blankKeys();
    blankNamed();
    blankPieces();
}

void TextScrubber::addPlain(QChar character, qsizetype from, int level)
{
    const QChar shown = plain(character);
    if (shown.isNull())
        return;
    m_plain.append(shown);
    m_from.append(from);
    m_levels.append(level);
}

// Undoes other spellings of characters: \u0070, \x70, \", \\\", &quot;
void TextScrubber::read()
{
    static const QRegularExpression code(uR"(\\+(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})))"_s);
    static const QRegularExpression entity(u"&(quot|apos|#34|#39|#x22|#x27|amp|lt|gt);"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    qsizetype place = 0;
    while (place < m_text.size()) {
        const QChar character = m_text.at(place);
        if (character == u'&') {
            const QRegularExpressionMatch match =
                entity.match(m_text, place, QRegularExpression::NormalMatch,
                             QRegularExpression::AnchorAtOffsetMatchOption);
            if (match.hasMatch()) {
                const QString name = match.captured(1).toLower();
                const bool isDouble = name == u"quot" || name == u"#34" || name == u"#x22";
                const QChar meant = isDouble         ? u'"'
                                    : name == u"amp" ? u'&'
                                    : name == u"lt"  ? u'<'
                                    : name == u"gt"  ? u'>'
                                                     : u'\'';
                addPlain(meant, place, 1);
                place = match.capturedEnd();
                continue;
            }
        }
        if (character != u'\\') {
            addPlain(character, place++, 0);
            continue;
        }
        const QRegularExpressionMatch match =
            code.match(m_text, place, QRegularExpression::NormalMatch,
                       QRegularExpression::AnchorAtOffsetMatchOption);
        if (match.hasMatch()) {
            const QString digits = match.captured(1) + match.captured(2);
            addPlain(QChar(char16_t(digits.toUInt(nullptr, 16))), place, 1);
            place = match.capturedEnd();
            continue;
        }
        qsizetype next = place;
        while (next < m_text.size() && m_text.at(next) == u'\\')
            ++next;
        if (next == m_text.size() || m_text.at(next) == u'\n') { // a line that goes on
            addPlain(u' ', place, 0);
            place = next;
            continue;
        }
        const QChar escaped = m_text.at(next);
        const bool isBlank = u"ntrfb"_s.contains(escaped);
        addPlain(isBlank ? QChar(u' ') : escaped, place, int(next - place));
        place = next + 1;
    }
    m_from.append(m_text.size());
    m_levels.append(0);
    for (qsizetype end = m_plain.indexOf(u'\n'); end >= 0; end = m_plain.indexOf(u'\n', end + 1))
        m_lineEnds.append(end);
}

QChar TextScrubber::at(qsizetype place) const
{
    return place >= 0 && place < m_plain.size() ? m_plain.at(place) : QChar();
}

bool TextScrubber::isQuote(qsizetype place) const
{
    return at(place) == u'"' || at(place) == u'\'';
}

// The places where these texts stand as a whole, between quotes.
QList<TextScrubber::Range> TextScrubber::quoted(const QSet<QString> &texts) const
{
    QList<Range> ranges;
    for (const QString &each : texts) {
        const QString text = plainText(each);
        if (text.isEmpty())
            continue;
        for (qsizetype place = m_plain.indexOf(text); place >= 0;
             place = m_plain.indexOf(text, place + 1)) {
            if (isQuote(place - 1) && isQuote(place + text.size()))
                ranges.append({place, place + text.size()});
        }
    }
    return ranges;
}

// The few texts in which anything would be found. The others need no search.
QSet<QString> TextScrubber::inDoubt(const QSet<QString> &held) const
{
    QSet<QString> texts;
    for (const QString &text : held) {
        if (text.size() >= shortestSecret &&
            (text.contains(secretWord()) || !SecretGuard::judge(text).isFine()))
            texts.insert(text);
    }
    return texts;
}

bool TextScrubber::isHeld(qsizetype begin, qsizetype end) const
{
    return std::any_of(m_held.begin(), m_held.end(), [begin, end](const Range &each) {
        return each.begin <= begin && end <= each.end;
    });
}

void TextScrubber::blank(qsizetype begin, qsizetype end)
{
    if (begin >= end)
        return;
    const bool isName =
        std::any_of(m_protected.begin(), m_protected.end(), [begin, end](const Range &each) {
            return each.begin <= begin && end <= each.end;
        });
    if (!isName)
        m_blanks.append({begin, end});
}

// Blanks private keys, over all their lines.
void TextScrubber::blankKeys()
{
    static const QRegularExpression key(
        uR"(-----BEGIN[^-]*PRIVATE KEY-----.*?(-----END[^-]*-----|$))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QRegularExpressionMatchIterator keys = key.globalMatch(m_plain);
    while (keys.hasNext()) {
        const QRegularExpressionMatch match = keys.next();
        m_blanks.append({match.capturedStart(), match.capturedEnd()});
    }
}

void TextScrubber::blankNamed()
{
    QRegularExpressionMatchIterator words = secretWord().globalMatch(m_plain);
    while (words.hasNext()) {
        const QRegularExpressionMatch match = words.next();
        const QChar next = at(match.capturedEnd());
        if (!isWord(next) && next != u'-' && next != u'.') // the last part of its key
            blankAfter(match.capturedEnd(), match.capturedStart());
        blankBefore(match.capturedStart());
    }
}

qsizetype TextScrubber::lineEnd(qsizetype place) const
{
    const auto end = std::lower_bound(m_lineEnds.begin(), m_lineEnds.end(), place);
    return end == m_lineEnds.end() ? m_plain.size() : *end;
}

QStringView TextScrubber::lineFrom(qsizetype place) const
{
    return QStringView(m_plain).sliced(place, lineEnd(place) - place);
}

qsizetype TextScrubber::skipBlanks(qsizetype place) const
{
    while (at(place) == u' ')
        ++place;
    return place;
}

// True when the word belongs to a key by its place: only blanks, quotes, brackets and letters of
// the key are between it and the last comma, bracket or line end.
bool TextScrubber::isAtKey(qsizetype word) const
{
    qsizetype place = word - 1;
    while (isWord(at(place)) || at(place) == u'.' || at(place) == u'-')
        --place;
    while (isQuote(place) || at(place) == u' ')
        --place;
    return place < 0 || u"{[,;(\n"_s.contains(at(place));
}

// A key with its separator: "host": or host:
bool TextScrubber::startsKey(qsizetype place) const
{
    static const QRegularExpression key(uR"(^\s*(?:["'][^"']*["']|[\w.$-]+["']?)\s*[:=])"_s);
    return key.match(QStringView(m_plain).sliced(place).left(longestKey).toString()).hasMatch();
}

// True for a key that is being typed at the end of the text, in quotes. Without quotes it may be a
// value.
bool TextScrubber::isHalfKey(qsizetype place) const
{
    static const QRegularExpression half(uR"(^\s*["'][\w.$-]*["']?\s*$)"_s);
    const QStringView rest = QStringView(m_plain).sliced(place);
    return rest.size() <= longestKey && half.match(rest.toString()).hasMatch();
}

// The place after the key, where the search for its value begins; -1: it has none.
qsizetype TextScrubber::separatorEnd(qsizetype place, qsizetype word) const
{
    static const QRegularExpression pair(
        uR"(^,\s*["']?(?:value|val|text|content|plain)["']?\s*[:=])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression index(uR"(^\[\d*\])"_s);
    qsizetype next = place;
    bool hasQuote = false;
    for (;; ++next) {
        const QChar character = at(next);
        hasQuote = hasQuote || isQuote(next);
        if (character == u'[') {
            const QStringView begin = lineFrom(next).left(longestKey);
            const QRegularExpressionMatch match = index.match(begin.toString());
            if (match.hasMatch()) {
                next += match.capturedLength() - 1;
                continue;
            }
        }
        if (character == u'/' && at(next + 1) == u'*') {
            const qsizetype end = m_plain.indexOf("*/"_L1, next + 2);
            next = end < 0 ? m_plain.size() : end + 1;
            continue;
        }
        if (!isQuote(next) && !character.isSpace() && !u"\\?!*)"_s.contains(character))
            break;
        if (next >= m_plain.size())
            return -1;
    }
    if (at(next) == u':' || at(next) == u'=') {
        qsizetype end = next;
        while (end < m_plain.size() && u":=>~"_s.contains(at(end)))
            ++end;
        // A piece of an ARN: password::
        const bool isOfArn = end - next == 2 && at(next) == u':' && at(next + 1) == u':';
        return isOfArn && (isQuote(end) || end >= m_plain.size()) ? -1 : end;
    }
    if (at(next) == u'>' && m_plain.lastIndexOf(u'<', word) > m_plain.lastIndexOf(u'\n', word))
        return next + 1;
    const QStringView rest = QStringView(m_plain).sliced(next);
    if (const QRegularExpressionMatch match = pair.match(rest.left(longestKey).toString());
        match.hasMatch())
        return next + match.capturedLength();
    // The colon is missing.
    const bool hasGap = QStringView(m_plain).sliced(place, next - place).contains(u' ') || hasQuote;
    return hasGap && isAtKey(word) ? place : -1;
}

// Where the value begins; -1: there is none. Blanks comments before it.
qsizetype TextScrubber::valueBegin(qsizetype place)
{
    bool isNewLine = false;
    while (place < m_plain.size()) {
        const QChar character = at(place);
        if (character == u'\n') {
            isNewLine = true;
            ++place;
        } else if (character == u' ') {
            ++place;
        } else if (character == u'/' && at(place + 1) == u'*') {
            const qsizetype end = m_plain.indexOf("*/"_L1, place + 2);
            blank(place, end < 0 ? m_plain.size() : end + 2);
            place = end < 0 ? m_plain.size() : end + 2;
        } else if (character == u'#' || (character == u'/' && at(place + 1) == u'/')) {
            blank(place, lineEnd(place));
            place = lineEnd(place);
        } else {
            break;
        }
    }
    if (place >= m_plain.size() || u",}])"_s.contains(at(place)) || (isNewLine && startsKey(place)))
        return -1;
    return place;
}

// True when a value may end before this place: the next key, a closing bracket or the end of the
// line follows.
bool TextScrubber::endsValue(qsizetype place) const
{
    place = skipBlanks(place);
    while (at(place) == u'}' || at(place) == u']' || at(place) == u')') {
        place = skipBlanks(place + 1);
        if (isQuote(place))
            return true;
    }
    const QChar next = at(place);
    if (place >= m_plain.size() || next == u'\n' || next == u'<' || next == u';')
        return true;
    if (next == u'#' || (next == u'/' && (at(place + 1) == u'/' || at(place + 1) == u'*')))
        return true;
    if (next == u',') {
        const qsizetype after = skipBlanks(place + 1);
        return after >= m_plain.size() || at(after) == u'\n' || u"{}[]#/"_s.contains(at(after)) ||
               startsKey(after) || isHalfKey(after);
    }
    return isQuote(place) && startsKey(place);
}

// The place of the closing quote. If there is none, the end of the line, or of the lines after it
// that begin no key.
qsizetype TextScrubber::quotedEnd(qsizetype place) const
{
    const QChar quote = at(place);
    const int level = m_levels.at(place);
    const qsizetype end = lineEnd(place);
    for (qsizetype next = place + 1; next < end; ++next) {
        const bool closes = at(next) == quote && m_levels.at(next) <= level;
        // This is inside a text that is quoted itself.
        const bool closesAround = level > 0 && isQuote(next) && m_levels.at(next) < level;
        if ((closes || closesAround) &&
            (endsValue(next + 1) || (level > 0 && isQuote(skipBlanks(next + 1)))))
            return next;
    }
    return restOfText(end);
}

qsizetype TextScrubber::restOfText(qsizetype end) const
{
    while (end < m_plain.size()) {
        const qsizetype begin = end + 1;
        const QChar first = at(skipBlanks(begin));
        if (u"}]"_s.contains(first) || first == u'\n' || startsKey(begin))
            break;
        end = lineEnd(begin);
        for (qsizetype next = begin; next < end; ++next) {
            if (isQuote(next) && endsValue(next + 1))
                return next;
        }
    }
    return end;
}

qsizetype TextScrubber::bareEnd(qsizetype place) const
{
    const qsizetype end = lineEnd(place);
    for (qsizetype next = place; next < end; ++next) {
        const QChar character = at(next);
        if (u",}]<\"'"_s.contains(character) &&
            (isQuote(next) ? endsValue(next + 1) : endsValue(next)))
            return next;
    }
    return end;
}

// {"value": "...", "name": "database.password"}
void TextScrubber::blankBefore(qsizetype word)
{
    static const QRegularExpression pair(
        uR"re(["']value["']\s*[:=]\s*["']([^"']*)["']\s*,\s*["']name["']\s*[:=]\s*["'][\w.-]*$)re"_s,
        QRegularExpression::CaseInsensitiveOption);
    const qsizetype from = std::max(qsizetype(0), word - longestObject);
    qsizetype place = word - 1;
    while (place > word - longestKey &&
           (isWord(at(place)) || at(place) == u'.' || at(place) == u'-'))
        --place;
    const bool isQuoted = isQuote(place--);
    while (at(place) == u' ')
        --place;
    if (!isQuoted || (at(place) != u':' && at(place) != u'='))
        return; // a key, as nearly all are
    const QRegularExpressionMatch match = pair.match(m_plain.sliced(from, word - from));
    if (match.hasMatch())
        blank(from + match.capturedStart(1), from + match.capturedEnd(1));
}

// "password": {"value": "..."}: no part of a reference.
void TextScrubber::blankInside(qsizetype begin)
{
    static const QRegularExpression value(uR"(^\s*["']?()"_s + SecretKeys::plainValuePattern() +
                                              uR"()["']?\s*[:=])"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const qsizetype end = std::min(begin + longestObject, m_plain.size());
    int depth = 0;
    for (qsizetype place = begin; place < end; ++place) {
        const QChar character = at(place);
        if (character == u'{' || character == u'[')
            ++depth;
        else if ((character == u'}' || character == u']') && --depth == 0)
            return;
        if (depth != 1 || !u"{,\n"_s.contains(character))
            continue;
        const qsizetype key = place + 1;
        const QRegularExpressionMatch match =
            value.match(m_plain.sliced(key, std::min(longestKey, m_plain.size() - key)));
        if (match.hasMatch())
            blankValue(
                valueBegin(separatorEnd(key + match.capturedEnd(1), key + match.capturedStart(1))));
    }
}

void TextScrubber::blankAfter(qsizetype place, qsizetype word)
{
    qsizetype separator = separatorEnd(place, word);
    if (separator < 0)
        return;
    if (separator == place) { // no colon: the key's own quote may close here
        while (isQuote(separator))
            ++separator;
    }
    if (isHeld(word, separator + 1)) // prose that is kept anyway
        return;
    const qsizetype begin = valueBegin(separator);
    if (begin >= 0 && at(begin) == u'{')
        blankInside(begin);
    else
        blankValue(begin);
}

void TextScrubber::blankValue(qsizetype begin)
{
    static const QRegularExpression block(uR"(^[|>][+-]?\d*\s*$)"_s); // of YAML
    static const QRegularExpression harmless(u"^(?:null|true|false)\\b"_s);
    if (begin < 0 || at(begin) == u'{')
        return;
    while (at(begin) == u'[' || at(begin) == u'(')
        begin = skipBlanks(begin + 1);
    const bool mayBeBlock = at(begin) == u'|' || at(begin) == u'>';
    if (mayBeBlock && block.match(lineFrom(begin).toString()).hasMatch()) {
        const qsizetype line = lineEnd(begin) + 1;
        blank(line, restOfText(lineEnd(std::min(line, m_plain.size()))));
        return;
    }
    if (harmless.match(lineFrom(begin).left(6).toString()).hasMatch())
        return;
    if (isQuote(begin))
        blank(begin + 1, quotedEnd(begin));
    else
        blank(begin, bareEnd(begin));
}

void TextScrubber::judgePiece(qsizetype begin, qsizetype end)
{
    if (end - begin < shortestSecret || isHeld(begin, end))
        return;
    const auto looksSecret = [this](qsizetype from, qsizetype to) {
        return !SecretGuard::judge(m_plain.sliced(from, to - from)).isFine();
    };
    bool isLine = false;
    for (qsizetype from = begin; from < end;) {
        const qsizetype to = std::min(lineEnd(from), end);
        if (looksSecret(from, to)) {
            blank(from, to);
            isLine = true;
        }
        from = to + 1;
    }
    if (!isLine && lineEnd(begin) < end && looksSecret(begin, end))
        blank(begin, end);
}

void TextScrubber::blankPieces()
{
    qsizetype begin = 0;
    for (qsizetype place = 0; place <= m_plain.size(); ++place) {
        if (place < m_plain.size() && !isQuote(place))
            continue;
        judgePiece(begin, place);
        begin = place + 1;
    }
}

QString TextScrubber::scrubbed() const
{
    QList<Range> blanks = m_blanks;
    std::sort(blanks.begin(), blanks.end(),
              [](const Range &one, const Range &other) { return one.begin < other.begin; });
    QString clean;
    qsizetype end = 0;
    for (const Range &each : std::as_const(blanks)) {
        const qsizetype from = m_from.at(each.begin);
        const qsizetype to = m_from.at(each.end);
        if (from > end)
            clean += QStringView(m_text).sliced(end, from - end);
        end = std::max(end, to);
    }
    return clean.append(QStringView(m_text).sliced(end));
}

} // namespace Sluice
