// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QStandardItemModel;

namespace Sluice {

// Every part of the look on one page, with data like that of a small fleet.
class Gallery : public QWidget
{
    Q_OBJECT

public:
    explicit Gallery(QWidget *parent = nullptr);

private:
    QWidget *buttons();
    QWidget *inputs();
    QWidget *badges();
    QWidget *table();
    QWidget *strip();
    QWidget *banners();
    QWidget *pages();

    QStandardItemModel *m_model;
};

} // namespace Sluice
