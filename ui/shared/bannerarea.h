// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/support/notice.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QToolButton;
class QVBoxLayout;

namespace Sluice {

class Banner;
class TextLabel;

// The banners below the page, one for each notice, the worst first. A few are shown, as more would
// cover the page; the others are a click away. A notice that comes again changes its banner and
// adds no other. A banner that the user closed stays away until it is cleared or says something
// else. The banners do not change in the middle of a click or double click on the page: the page
// would move away under the mouse.
class BannerArea final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownAtOnce = 3;

    explicit BannerArea(QWidget *parent = nullptr);

    void raise(const Notice &notice);
    void clear(const QString &key);

    // The page tells alerts itself: no banner repeats them meanwhile.
    void setAlertsTold(bool told);

    int count() const { return int(m_banners.size()); }

Q_SIGNALS:
    void retryRequested(const QString &account);
    void closed(const QString &key); // by the user
    // The banner's verb, or its other one, was chosen.
    void answered(const QString &key, bool other);

private:
    bool mustWait() const;
    void catchUp();
    void put(const Notice &notice);
    void drop(const QString &key);
    QWidget *makePager();
    QList<Banner *> inOrder() const;
    void turn(int by);
    void arrange();
    Banner *add(const Notice &notice);
    void addVerb(Banner *banner, const QString &verb, const QString &key, bool other);

    QVBoxLayout *m_layout;
    QWidget *m_pager = nullptr; // "4 to 6 of 60 messages"
    TextLabel *m_place = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_on = nullptr;
    QList<std::function<void()>> m_waiting; // until no click is under way
    bool m_areAlertsTold = false;
    int m_first = 0;       // the first banner that is shown
    QStringList m_arrived; // keys, the oldest first
    QHash<QString, Banner *> m_banners;
    QHash<QString, Notice> m_closed;
    QHash<QString, Notice> m_shown;
};

} // namespace Sluice
