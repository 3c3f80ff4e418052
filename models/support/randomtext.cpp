// SPDX-License-Identifier: Apache-2.0
#include "models/support/randomtext.h"

#include <QList>
#include <QSet>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype longestName = 64;
constexpr qsizetype window = longestName + 1;

// Share of odd pairs in a window: random text has 0.35 to 0.75, names have up to 0.2.
constexpr double oddShare = 0.28;
constexpr qsizetype shortestRun =
    6; // in shorter runs, abbreviations and numbers are as frequent as words
constexpr qsizetype longestHexRun = 40;
constexpr qsizetype accessKeySize = 40;
constexpr double accessKeyOddShare = 0.35; // for such a short text
// Counts kinds of characters that names do not have. JSON and addresses have fewer kinds.
constexpr qsizetype mostKindsOfMarks = 6;

// The letters that often follow each letter, in words and in common technical abbreviations.
constexpr std::array<std::string_view, 26> followers{
    "bcdfgiklmnprstuvy",     // a
    "aeilorsuy",             // b
    "acehiklorstuy",         // c
    "abdeilorsuy",           // d
    "abcdefgilmnopqrstvwxy", // e
    "aefilorsu",             // f
    "aehilnorsu",            // g
    "aeiortuy",              // h
    "abcdefglmnoprstvz",     // i
    "aeou",                  // j
    "aeilorsuy",             // k
    "adeiloqstuy",           // l
    "abeimopsuy",            // m
    "acdefgiknostuvy",       // n
    "abcdfgilmnoprstuvw",    // o
    "aehiloprstuw",          // p
    "lu",                    // q
    "acdegiklmnoprstuvy",    // r
    "acehiklmopqrtuwy",      // s
    "acefhilmoprstuwyz",     // t
    "abcefgilmnprst",        // u
    "aeio",                  // v
    "adehior",               // w
    "aeipt",                 // x
    "acemops",               // y
    "aeiouz",                // z
};

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isLetter(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z');
}

bool isPlain(QChar character)
{
    return isLetter(character) || isDigit(character);
}

bool isHexDigit(QChar character)
{
    const QChar lower = character.toLower();
    return isDigit(character) || (lower >= u'a' && lower <= u'f');
}

// True when the two seldom follow each other in a name. Any letter may stand before the capital
// that begins a word.
bool isOdd(QChar one, QChar next)
{
    if (isDigit(one) != isDigit(next))
        return true;
    if (isDigit(one) || one == next || (one.isLower() && next.isUpper()))
        return false;
    const std::string_view usual = followers.at(size_t(one.toLower().unicode() - u'a'));
    return usual.find(char(next.toLower().unicode())) == std::string_view::npos;
}

// Words of two letters, as in PoC, are rare in names. Random text of both cases is full of them.
bool isShortWord(QStringView letters)
{
    return letters.at(0).isUpper() && letters.at(1).isLower() && letters.at(2).isUpper();
}

bool saysNothing(QStringView run)
{
    return run.size() < shortestRun ||
           (run.size() <= longestHexRun && std::all_of(run.begin(), run.end(), isHexDigit));
}

// Says for each character whether it makes an odd pair with the one before.
QList<bool> oddPairs(QStringView text)
{
    QList<bool> odd(text.size(), false);
    auto begin = text.begin();
    while (begin != text.end()) {
        const auto end = std::find_if_not(begin, text.end(), isPlain);
        if (!saysNothing(QStringView(begin, end))) {
            for (auto place = begin + 1; place != end; ++place)
                odd[place - text.begin()] =
                    isOdd(*(place - 1), *place) ||
                    (place - begin > 1 && isShortWord(QStringView(place - 2, place + 1)));
        }
        begin = std::find_if(end, text.end(), isPlain);
    }
    return odd;
}

bool hasNoWords(QStringView text)
{
    const QList<bool> odd = oddPairs(text);
    auto count = std::count(odd.begin(), odd.begin() + window, true);
    auto most = count;
    for (qsizetype end = window; end < odd.size(); ++end) {
        count += int(odd.at(end)) - int(odd.at(end - window));
        most = std::max(most, count);
    }
    return double(most) > oddShare * double(window);
}

bool hasManyMarks(QStringView text)
{
    QSet<QChar> marks;
    for (const QChar character : text) {
        if (!isPlain(character) && !u"-_/.+=@"_s.contains(character) && character.unicode() < 0x7f)
            marks.insert(character);
    }
    return marks.size() > mostKindsOfMarks;
}

} // namespace

bool looksRandom(QStringView text)
{
    if (text.size() <= longestName)
        return false;
    return std::all_of(text.begin(), text.end(), isHexDigit) || hasNoWords(text) ||
           hasManyMarks(text);
}

bool looksLikeAccessKey(QStringView text)
{
    const auto has = [text](const auto &isWanted) {
        return std::any_of(text.begin(), text.end(), isWanted);
    };
    const auto isForeign = [](QChar each) {
        return !isPlain(each) && each != u'+' && each != u'/';
    };
    if (text.size() != accessKeySize || has(isForeign) || !has(&isDigit) ||
        !has([](QChar each) { return isLetter(each) && each.isUpper(); }) ||
        !has([](QChar each) { return isLetter(each) && each.isLower(); }))
        return false;
    const QList<bool> odd = oddPairs(text);
    return double(std::count(odd.begin(), odd.end(), true)) > accessKeyOddShare * accessKeySize;
}

} // namespace Sluice
