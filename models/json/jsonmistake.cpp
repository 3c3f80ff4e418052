// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsonmistake.h"

#include "models/json/jsonnumber.h"
#include "models/support/hiddencharacters.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct MistakeWords {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

// What a file of another kind starts with.
struct Start {
    QByteArrayView bytes;
    const char *message;
};

// clang-format off
constexpr const char *utf16 = QT_TRANSLATE_NOOP("Json",
    "it is saved as UTF-16, as \">\" does in Windows PowerShell; save it as UTF-8, there with "
    "\"| Out-File -Encoding utf8\"");
constexpr const char *utf32 = QT_TRANSLATE_NOOP("Json",
    "it is saved as UTF-32; save it as UTF-8");
constexpr const char *packed = QT_TRANSLATE_NOOP("Json",
    "it is a packed file; unpack it first");

// Where one starts like another, the longer one comes first.
constexpr auto starts = std::to_array<Start>({
    Start{QByteArrayView("\xFF\xFE\0\0", 4), utf32},
    Start{QByteArrayView("\0\0\xFE\xFF", 4), utf32},
    Start{QByteArrayView("\xFF\xFE", 2), utf16},
    Start{QByteArrayView("\xFE\xFF", 2), utf16},
    Start{QByteArrayView("\x1F\x8B", 2), packed},
    Start{QByteArrayView("PK\x03\x04", 4), packed},
    Start{QByteArrayView("\xFD" "7zXZ", 5), packed},
    Start{QByteArrayView("\x28\xB5\x2F\xFD", 4), packed},
    Start{QByteArrayView("BZh", 3), packed},
});

// clang-format on

const char *startMessage(const QByteArray &text)
{
    const auto found = std::find_if(starts.begin(), starts.end(), [&text](const Start &start) {
        return text.startsWith(start.bytes);
    });
    if (found != starts.end())
        return found->message;
    // There is no byte order mark. JSON starts with ASCII, so the zeros show how wide a character
    // is.
    if (text.size() < 2 || (text.at(0) != 0) == (text.at(1) != 0))
        return text.size() >= 4 && text.startsWith(QByteArrayView("\0\0\0", 3)) && text.at(3) != 0
                   ? utf32
                   : nullptr;
    const bool isWide = text.size() >= 4 && text.at(2) == 0 && text.at(3) == 0;
    return isWide ? utf32 : utf16;
}

// The number of bytes of the character that starts here; 0 when it is not UTF-8.
int lengthOf(QByteArrayView text)
{
    const auto byte = [&text](qsizetype at) { return uchar(text.at(at)); };
    const uchar lead = byte(0);
    const int length = lead < 0x80                   ? 1
                       : lead >= 0xC2 && lead < 0xE0 ? 2
                       : lead >= 0xE0 && lead < 0xF0 ? 3
                       : lead >= 0xF0 && lead < 0xF5 ? 4
                                                     : 0;
    if (length < 2 || length > text.size())
        return length == 1 ? 1 : 0;
    for (int at = 1; at < length; ++at) {
        if ((byte(at) & 0xC0) != 0x80)
            return 0;
    }
    const uchar second = byte(1);
    const bool isWrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
                         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
    return isWrong ? 0 : length;
}

qsizetype firstThatIsNotUtf8(const QByteArray &text)
{
    for (qsizetype at = 0; at < text.size();) {
        const int length = lengthOf(QByteArrayView(text).sliced(at));
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

// True when the text ends in the middle of this character.
bool isCutOff(QByteArrayView rest)
{
    const auto lead = uchar(rest.front());
    const int length = lead >= 0xF0 && lead < 0xF5   ? 4
                       : lead >= 0xE0 && lead < 0xF0 ? 3
                       : lead >= 0xC2 && lead < 0xE0 ? 2
                                                     : 0;
    return rest.size() < length && std::all_of(rest.begin() + 1, rest.end(), [](char byte) {
               return (uchar(byte) & 0xC0) == 0x80;
           });
}

// True for "{" and a quote in the code of IBM i and z/OS.
bool isEbcdic(const QByteArray &text)
{
    return text.startsWith('\xC0') && text.contains('\x7F');
}

bool isQuote(char32_t character)
{
    static constexpr std::u32string_view quotes =
        U"\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\u2032\u2033"
        U"\u00B4";
    return quotes.find(character) != std::u32string_view::npos;
}

QString codePoint(char32_t character)
{
    return u"U+"_s + QString::number(uint(character), 16).toUpper().rightJustified(4, u'0');
}

QString characterMistake(char32_t character)
{
    if (character == 0xFEFF)
        return MistakeWords::tr("a byte order mark (U+FEFF) stands here, as when files are joined; "
                                "delete it");
    if (character == 0x00A0 || character == 0x202F)
        return MistakeWords::tr("a no-break space (%1) stands here; put a plain space for it")
            .arg(codePoint(character));
    if (isBlankCharacter(character))
        return MistakeWords::tr("an unusual space (%1) stands here; put a plain space for it")
            .arg(codePoint(character));
    if (isQuote(character))
        return MistakeWords::tr("a typographic quote (%1) stands here; JSON takes the straight "
                                "one (\") only")
            .arg(codePoint(character));
    if (character == 0x2212 || (character >= 0x2010 && character <= 0x2015))
        return MistakeWords::tr("a typographic dash (%1) stands here; JSON takes the plain minus "
                                "sign (-) only")
            .arg(codePoint(character));
    return MistakeWords::tr("the character %1 (%2) stands outside of quotes")
        .arg(QString::fromUcs4(&character, 1), codePoint(character));
}

QString numberMistake(QByteArrayView number)
{
    if (number.startsWith('+'))
        return MistakeWords::tr("a number has no plus sign in JSON; delete it");
    const QByteArrayView digits = number.startsWith('-') ? number.sliced(1) : number;
    if (digits.size() > 1 && digits.front() == '0' && std::isdigit(uchar(digits.at(1))))
        return MistakeWords::tr("a number does not start with 0 in JSON; delete the zero, or put "
                                "it in quotes when it is a text");
    if (digits.startsWith('.') || number.endsWith('.') || number.contains(QByteArrayView(".e")))
        return MistakeWords::tr("a digit is missing beside the point of this number");
    if (digits.startsWith("0x") || digits.startsWith("0X"))
        return MistakeWords::tr("JSON has no hexadecimal numbers; write it with digits");
    return MistakeWords::tr("this number is not JSON");
}

QString wordMistake(const QString &word, bool isName)
{
    if (isName)
        return MistakeWords::tr("the name %1 has no quotes; write \"%1\"").arg(word);
    for (const auto &value : {"true"_L1, "false"_L1, "null"_L1}) {
        if (word.compare(value, Qt::CaseInsensitive) == 0)
            return MistakeWords::tr("%1 is written %2 in JSON").arg(word, value);
    }
    if (word == "None"_L1 || word == "nil"_L1 || word == "undefined"_L1)
        return MistakeWords::tr("%1 is written %2 in JSON").arg(word, "null"_L1);
    if (word == "NaN"_L1 || word.compare("infinity"_L1, Qt::CaseInsensitive) == 0 ||
        word == "inf"_L1)
        return MistakeWords::tr("JSON has no %1; write a number, null or a text in quotes")
            .arg(word);
    return MistakeWords::tr("the text %1 has no quotes; write \"%1\"").arg(word);
}

// True for a mark that git leaves at the start of a line after a conflict.
bool isConflictMark(QByteArrayView text)
{
    static constexpr std::array marks{QByteArrayView("<<<<<<<"), QByteArrayView("|||||||"),
                                      QByteArrayView("======="), QByteArrayView(">>>>>>>")};
    return std::any_of(marks.begin(), marks.end(),
                       [text](QByteArrayView mark) { return text.startsWith(mark); });
}

class MistakeScan
{
public:
    explicit MistakeScan(QByteArrayView text)
        : m_text(text)
    {}

    std::optional<JsonMistake> run()
    {
        while (m_at < m_text.size() && !m_mistake)
            step();
        return m_mistake;
    }

private:
    void step()
    {
        const char character = m_text.at(m_at);
        if (std::isspace(uchar(character))) {
            ++m_at;
            return;
        }
        if (character == '"')
            skipText();
        else if (std::isalpha(uchar(character)) || character == '_' || character == '$')
            readWord();
        else if (std::isdigit(uchar(character)) || std::strchr("+-.", character))
            readNumber();
        else if (uchar(character) >= 0x80)
            readCharacter();
        else
            readSign(character);
        m_last = character;
    }

    void skipText()
    {
        const qsizetype start = m_at;
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != '"'; ++m_at) {
            if (m_text.at(m_at) == '\n' && !m_mistake)
                m_mistake = {start, MistakeWords::tr("the quote that opens here does not close on "
                                                     "its line; close it (\")")};
            m_at += m_text.at(m_at) == '\\';
        }
        ++m_at;
    }

    QByteArrayView readWhile(const char *others)
    {
        const qsizetype start = m_at;
        const auto belongs = [others](char each) {
            return std::isalnum(uchar(each)) || (each != 0 && std::strchr(others, each));
        };
        while (m_at < m_text.size() && belongs(m_text.at(m_at)))
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }

    void readWord()
    {
        const qsizetype start = m_at;
        const QByteArrayView word = readWhile("_$-.");
        if (word == "true" || word == "false" || word == "null")
            return;
        qsizetype next = m_at;
        while (next < m_text.size() && std::isspace(uchar(m_text.at(next))))
            ++next;
        const bool isName =
            next < m_text.size() && (m_text.at(next) == ':' || m_text.at(next) == '=');
        m_mistake = {start, wordMistake(QString::fromLatin1(word), isName)};
    }

    void readNumber()
    {
        const qsizetype start = m_at;
        const QByteArrayView number = readWhile("+-._");
        if (!JsonNumber::isNumber(number))
            m_mistake = {start, numberMistake(number)};
    }

    void readCharacter()
    {
        const int length = std::max(1, lengthOf(m_text.sliced(m_at)));
        // The blank comes first because a byte order mark at the start would be dropped.
        const QList<uint> read =
            QString::fromUtf8(' ' + m_text.sliced(m_at, length).toByteArray()).toUcs4();
        m_mistake = {m_at, characterMistake(read.at(1))};
    }

    void readSign(char sign)
    {
        const bool isSlash = sign == '/' && m_at + 1 < m_text.size() &&
                             (m_text.at(m_at + 1) == '/' || m_text.at(m_at + 1) == '*');
        if (isConflictMark(m_text.sliced(m_at)))
            m_mistake = {m_at, MistakeWords::tr("a conflict of a merge is left here; settle it "
                                                "first")};
        else if (isSlash || sign == '#')
            m_mistake = {m_at, MistakeWords::tr("a comment stands here; JSON has none, delete it")};
        else if (sign == '\'' || sign == '`')
            m_mistake = {m_at, MistakeWords::tr("the quote %1 stands here; JSON takes the double "
                                                "one (\") only")
                                   .arg(QLatin1Char(sign))};
        else if ((sign == '}' || sign == ']') && m_last == ',')
            m_mistake = {m_at,
                         MistakeWords::tr("a comma stands before this \"%1\"; delete the comma")
                             .arg(QLatin1Char(sign))};
        else if (sign == ',' && (m_last == ',' || m_last == '{' || m_last == '['))
            m_mistake = {m_at, MistakeWords::tr("a comma stands here with no value before it; "
                                                "delete the comma")};
        else if (sign == '=')
            m_mistake = {m_at, MistakeWords::tr("\"=\" stands here; JSON has \":\" between a name "
                                                "and its value")};
        else if (sign == ';')
            m_mistake = {m_at,
                         MistakeWords::tr("\";\" stands here; JSON has a comma between values")};
        ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    char m_last = 0; // before this, white space left out
    std::optional<JsonMistake> m_mistake;
};

} // namespace

std::optional<JsonMistake> findEncodingMistake(const QByteArray &text)
{
    if (const char *message = startMessage(text))
        return JsonMistake{0, MistakeWords::tr(message)};
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0)
        return JsonMistake{zero, MistakeWords::tr("a NUL byte stands here; the file is damaged or "
                                                  "is no text")};
    if (isEbcdic(text))
        return JsonMistake{0, MistakeWords::tr("it is saved as EBCDIC; save it as UTF-8 (CCSID "
                                               "1208)")};
    const qsizetype place = firstThatIsNotUtf8(text);
    if (place < 0)
        return {};
    if (isCutOff(QByteArrayView(text).sliced(place)))
        return JsonMistake{
            place, MistakeWords::tr("the file ends within a character (byte %1): it "
                                    "was cut off, get it again")
                       .arg(u"0x"_s + QString::fromLatin1(text.mid(place, 1).toHex().toUpper()))};
    return JsonMistake{
        place, MistakeWords::tr("the byte %1 is not UTF-8; the file was probably saved as Latin-1 "
                                "or Windows-1252, save it as UTF-8")
                   .arg(u"0x"_s + QString::fromLatin1(text.mid(place, 1).toHex().toUpper()))};
}

std::optional<JsonMistake> findJsonMistake(const QByteArray &text)
{
    return MistakeScan(text).run();
}

} // namespace Sluice
