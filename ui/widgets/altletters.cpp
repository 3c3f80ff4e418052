// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/altletters.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QHash>
#include <QKeySequence>
#include <QLabel>
#include <QMenuBar>
#include <QTabBar>

#include <algorithm>

namespace Sluice::AltLetters {

namespace {

bool canBeLetter(QChar letter)
{
    return letter.isLetterOrNumber() && letter.unicode() < 0x80; // what keyboards have
}

// The places of a text that may have its letter, the best first.
QList<qsizetype> wishesOf(const QString &text, const QSet<QChar> &taken)
{
    QList<qsizetype> begins;
    QList<qsizetype> within;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!canBeLetter(text.at(at)) || taken.contains(text.at(at).toUpper()))
            continue;
        const bool isBegin = at == 0 || !text.at(at - 1).isLetterOrNumber();
        (isBegin ? begins : within).append(at);
    }
    return begins + within;
}

// Gives letters to texts; a text that has one already moves to another where that helps.
class Sharing
{
public:
    Sharing(const QStringList &texts, const QSet<QChar> &taken)
        : m_texts(texts)
        , m_places(texts.size(), -1)
    {
        for (const QString &text : texts)
            m_wishes.append(wishesOf(text, taken));
        for (qsizetype text = 0; text < texts.size(); ++text) {
            QSet<QChar> tried;
            give(text, tried);
        }
    }

    const QList<qsizetype> &places() const { return m_places; }

private:
    bool give(qsizetype text, QSet<QChar> &tried)
    {
        for (const bool mayMove : {false, true}) {
            for (const qsizetype place : std::as_const(m_wishes[text])) {
                const QChar letter = m_texts.at(text).at(place).toUpper();
                const auto owner = m_owners.constFind(letter);
                const bool isFree = owner == m_owners.constEnd();
                if (!isFree && (!mayMove || tried.contains(letter)))
                    continue;
                tried.insert(letter);
                if (isFree || give(*owner, tried)) {
                    m_owners.insert(letter, text);
                    m_places[text] = place;
                    return true;
                }
            }
        }
        return false;
    }

    const QStringList &m_texts;
    QList<QList<qsizetype>> m_wishes;
    QList<qsizetype> m_places;
    QHash<QChar, qsizetype> m_owners; // by letter
};

QStringList textsOf(const QWidget *widget)
{
    if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
        QStringList texts;
        const QList<QAction *> menus = bar->actions();
        for (const QAction *menu : menus)
            texts.append(menu->text());
        return texts;
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        QStringList texts;
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts.append(tabs->tabText(tab));
        return texts;
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return {button->text()};
    if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
        return {label->text()};
    if (const auto *group = qobject_cast<const QGroupBox *>(widget))
        return {group->title()};
    return {};
}

} // namespace

QChar letterOf(const QString &text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0 && at + 1 < text.size();
         at = text.indexOf(u'&', at + 2)) {
        if (text.at(at + 1) != u'&')
            return text.at(at + 1).toUpper();
    }
    return {};
}

QSet<QChar> takenIn(const QWidget *window, const QWidget *except)
{
    QSet<QChar> taken;
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool isElsewhere = widget->window() != window || !widget->isVisibleTo(window);
        if (isElsewhere || (except && except->isAncestorOf(widget)))
            continue;
        const QStringList texts = textsOf(widget);
        for (const QString &text : texts) {
            if (const QChar letter = letterOf(text); !letter.isNull())
                taken.insert(letter);
        }
    }
    return taken;
}

QList<qsizetype> places(const QStringList &texts, const QSet<QChar> &taken)
{
    return Sharing(texts, taken).places();
}

QString marked(const QString &text, qsizetype place)
{
    QString before = text.left(qMax(qsizetype(0), place));
    QString after = text.mid(before.size());
    before.replace(u'&', QStringLiteral("&&"));
    after.replace(u'&', QStringLiteral("&&"));
    return place < 0 ? after : before + u'&' + after;
}

} // namespace Sluice::AltLetters
